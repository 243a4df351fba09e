/// Twelve digits in every way that people write them, and some that they should not.
pub(super) fn notations(digits: &str) -> Vec<String> {
    let (full, ten) = (digits, &digits[2..]);
    let (year, month, day, four) = (&full[..4], &full[4..6], &full[6..8], &full[8..]);
    let short = &year[2..];
    let (born, born8) = (&ten[..6], &full[..8]);
    let wide = |text: &str| {
        text.chars()
            .map(|c| char::from_u32(u32::from(c) - 48 + 0xFF10).unwrap())
            .collect::<String>()
    };
    let script = |text: &str, zero: u32| {
        text.chars()
            .map(|c| char::from_u32(u32::from(c) - 48 + zero).unwrap())
            .collect::<String>()
    };
    let spaced = |text: &str, by: &str| text.chars().map(String::from).collect::<Vec<_>>().join(by);
    let months = [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ];
    let word = month
        .parse::<usize>()
        .ok()
        .and_then(|month| months.get(month.wrapping_sub(1)));
    let mut all = vec![
        full.to_owned(),
        ten.to_owned(),
        format!("{born}-{four}"),
        format!("{born8}-{four}"),
        format!("{born}+{four}"),
        format!("{born8} {four}"),
        format!("{born} {four}"),
        format!("{born}.{four}"),
        format!("{born}/{four}"),
        format!("{born},{four}"),
        format!("{born}:{four}"),
        format!("{born};{four}"),
        format!("{born}|{four}"),
        format!("{born}_{four}"),
        format!("{born}\\{four}"),
        format!("{born}*{four}"),
        format!("{born}#{four}"),
        format!("{born}~{four}"),
        format!("{born}={four}"),
        format!("{born}'{four}"),
        format!("{born}·{four}"),
        format!("{born}•{four}"),
        format!("{born} ({four})"),
        format!("{born}[{four}]"),
        format!("{born}–{four}"),
        format!("{born}—{four}"),
        format!("{born}−{four}"),
        format!("{born}‑{four}"),
        format!("{born}--{four}"),
        format!("{born}  -  {four}"),
        format!("{born} - {four}"),
        format!("{born}- {four}"),
        format!("{born} -{four}"),
        format!("{born}\u{AD}{four}"),
        format!("{born}\u{AD}-{four}"),
        format!("{born}\u{200B}{four}"),
        format!("{born}\u{2060}-\u{2060}{four}"),
        format!("{born}\u{A0}{four}"),
        format!("{born}\u{202F}{four}"),
        format!("{born}\t{four}"),
        format!("{born}\n{four}"),
        format!("{year}-{month}-{day} {four}"),
        format!("{year}-{month}-{day}-{four}"),
        format!("{year} {month} {day} {four}"),
        format!("{short} {month} {day} {four}"),
        format!("{short}-{month}-{day}-{four}"),
        format!("{short}.{month}.{day}.{four}"),
        format!("{short}/{month}/{day} {four}"),
        format!("{year}.{month}.{day} {four}"),
        format!("{year}/{month}/{day}-{four}"),
        format!("19 {born} {four}"),
        format!("{year} {month}{day} {four}"),
        format!("{day}-{month}-{year} {four}"),
        format!("{day}/{month} {year}-{four}"),
        format!("{day}.{month}.{year}-{four}"),
        format!("{day}{month}{year}-{four}"),
        format!("{born}-{} {}", &four[..2], &four[2..]),
        format!("{born}-{} {}", &four[..3], &four[3..]),
        spaced(ten, " "),
        spaced(full, " "),
        spaced(ten, "\u{200B}"),
        spaced(ten, "-"),
        wide(ten),
        format!("{}-{}", wide(born), wide(four)),
        format!("{}-{four}", wide(born)),
        script(ten, 0x660),
        format!("{}-{}", script(born, 0x966), script(four, 0x966)),
        script(full, 0x1D7CE),
        format!("{}-{four}", born.replace('0', "O")),
        format!("{born}\u{FEFF}-{four}"),
        format!("({born}-{four})"),
        format!("{born}-{four}¹"),
        format!("nr{born}-{four}x"),
        format!("<b>{born}</b>-{four}")
            .replace("<b>", "«")
            .replace("</b>", "»"),
        format!("{}\u{0301}{}-{four}", &born[..1], &born[1..]),
    ];
    all.extend(word.map(|word| format!("{} {word} {year} {four}", day.trim_start_matches('0'))));
    all
}
