//! Every workbook is looked at in a process of its own.

use std::path::{Path, PathBuf};

use chrono::Local;

use super::super::isolation::pool;
use super::child::{self, Description, InspectRequest, InspectedWorkbook};
use crate::gather::inspect;
use crate::gather::isolate::{self, AgreementReader, Limits, WorkbookTask};
use crate::load::AgreementTexts;
use crate::model::finding::Finding;

/// Inspects workbooks in processes of their own; in their order.
pub(in crate::command) fn inspect_all(
    workbooks: &[PathBuf],
    drop_folder: Option<&Path>,
    agreement: Option<AgreementTexts>,
    language: &str,
) -> Vec<InspectedWorkbook> {
    let drop = drop_folder.and_then(|folder| folder.canonicalize().ok());
    let as_of = Local::now().date_naive();
    let tasks: Vec<WorkbookTask> = workbooks
        .iter()
        .map(|path| {
            let shown = inspect::place(path, drop.as_deref()).shown;
            WorkbookTask {
                path: path.clone(),
                shown,
                read_by: Vec::new(),
                sha256: String::new(),
            }
        })
        .collect();
    let mut folders: Vec<String> = tasks
        .iter()
        .filter(|task| {
            !inspect::place(&task.path, drop.as_deref())
                .files
                .starts_with("**/")
        })
        .filter_map(|task| Some(task.shown.split_once('/')?.0.to_owned()))
        .collect();
    folders.sort();
    folders.dedup();
    let request = InspectRequest {
        agreement,
        drop_folder: drop,
        folders,
        language: language.to_owned(),
    };
    let looks: Vec<Result<Description, Finding>> = match (
        pool(child::NAME, Limits::default(), None),
        serde_json::to_string(&request),
    ) {
        (Some(pool), Ok(agreement)) => {
            let agreement = agreement.into();
            let reader = AgreementReader {
                pool,
                agreement,
                cache: None,
            };
            isolate::read_all(&reader, as_of, &tasks)
        }
        _ => tasks
            .iter()
            .map(|task| request.look(&task.path, as_of))
            .collect(),
    };
    tasks
        .into_iter()
        .zip(looks)
        .map(|(task, look)| InspectedWorkbook {
            shown: task.shown,
            look,
        })
        .collect()
}
