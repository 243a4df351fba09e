"""What most would write instead of lofte: reads an agreement's workbooks, counts rows month by month, and writes a page, a
workbook and a message for each recipient. No checks, no verdicts, no PDF.

peer.py calamine|openpyxl PERIOD OUT AGREEMENT_DIR...
"""

import sys
import tomllib
from collections import Counter
from datetime import date, datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from jinja2 import Environment
from xlsxwriter import Workbook

PAGE = Environment(autoescape=True).from_string(
    """<!doctype html>
<html lang="sv"><meta charset="utf-8"><title>{{ title }}</title>
<h1>{{ title }}, {{ period }}</h1>
<ul>{% for pledge in pledges %}<li>{{ pledge.text }}{% endfor %}</ul>
{% for name, sheet, months, rows in tables %}
<h2>{{ name }}, {{ sheet }}</h2>
<p>{% for month, count in months %}{{ month }}: {{ count }} {% endfor %}</p>
<table>{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</table>
{% endfor %}
</html>
"""
)


def sheets_calamine(path):
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        yield name, book.get_sheet_by_name(name).to_python()


def sheets_openpyxl(path):
    # It reads no .xls and no .ods.
    if path.suffix not in (".xlsx", ".xlsm"):
        yield from sheets_calamine(path)
        return
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    for sheet in book.worksheets:
        yield sheet.title, [["" if cell is None else cell for cell in row] for row in sheet.iter_rows(values_only=True)]


def month_of(row):
    for cell in row:
        if isinstance(cell, (date, datetime)):
            return f"{cell:%Y-%m}"
    return None


def follow_up(folder, period, out, sheets):
    with open(folder / "agreement.toml", "rb") as file:
        agreement = tomllib.load(file)
    tables = []
    for path in sorted((folder / "workbooks").rglob("*.*")):
        if path.name.startswith("~$") or path.suffix not in (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"):
            continue
        for sheet, rows in sheets(path):
            months = Counter(month for month in map(month_of, rows) if month and month <= period)
            tables.append((path.name, sheet, sorted(months.items()), rows))

    out = out / folder.name / period
    out.mkdir(parents=True, exist_ok=True)
    page = PAGE.render(title=agreement["title"], period=period, pledges=agreement["pledge"], tables=tables)
    (out / "report.html").write_text(page, encoding="utf-8")

    with Workbook(out / "summary.xlsx", {"default_date_format": "yyyy-mm-dd", "remove_timezone": True}) as book:
        totals, listed = book.add_worksheet("Totals"), book.add_worksheet("Rows")
        at = 0
        for name, sheet, months, rows in tables:
            for month, count in months:
                totals.write_row(at, 0, [name, sheet, month, count])
                at += 1
        at = 0
        for name, sheet, _, rows in tables:
            for row in rows:
                listed.write_row(at, 0, [name, sheet, *row])
                at += 1

    for number, recipient in enumerate(agreement.get("recipient", []), 1):
        message = EmailMessage(policy=SMTP)
        message["To"] = recipient["address"]
        message["Subject"] = f"{agreement['title']}, {period}"
        message.set_content(f"{agreement['title']}, {period}: {len(tables)} sheets.")
        message.add_attachment(page.encode(), maintype="text", subtype="html", filename="report.html")
        message.add_attachment(
            (out / "summary.xlsx").read_bytes(),
            maintype="application",
            subtype="vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            filename="summary.xlsx",
        )
        (out / f"{number:02}.eml").write_bytes(message.as_bytes())
    return sum(len(rows) for _, _, _, rows in tables)


def main():
    reader, period, out, *folders = sys.argv[1:]
    sheets = {"calamine": sheets_calamine, "openpyxl": sheets_openpyxl}[reader]
    rows = sum(follow_up(Path(folder), period, Path(out), sheets) for folder in folders)
    print(f"{len(folders)} agreements, {rows} rows")


main()
