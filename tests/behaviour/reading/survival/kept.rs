//! What workbooks gave is kept from run to run, and believed only where the same would come out.

use std::collections::BTreeMap;
use std::fs;
use std::sync::{Arc, Mutex};

use lofte::gather::isolate::ReadingCache;

use super::*;

#[derive(Debug, Default)]
struct Kept(Mutex<BTreeMap<String, Vec<u8>>>);

impl ReadingCache for Kept {
    fn get(&self, name: &str) -> Option<Vec<u8>> {
        self.0.lock().unwrap().get(name).cloned()
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        let kept = bytes.to_vec();
        self.0.lock().unwrap().insert(name.to_owned(), kept);
    }
}

/// A folder, what is kept of its workbooks, and a file that tells how often a reader was started.
struct Scene {
    folder: Folder,
    kept: Arc<Kept>,
}

impl Scene {
    fn new() -> Scene {
        let scene = Scene {
            folder: Folder::new(),
            kept: Arc::default(),
        };
        scene.folder.put_good("Bra.xlsx");
        scene.folder.put_log("Logg.csv", 5);
        scene
    }

    /// What is gathered as of a day, and whether a workbook was read for it.
    fn gather(&self, day: &str) -> (Vec<String>, bool) {
        let started = self.folder.room.path().join("started");
        let script = format!(
            "echo x >> '{}'; exec '{}' gather-one",
            started.display(),
            program::LOFTE
        );
        let Isolation::Child(apart) = reader("/bin/sh", &["-c", &script], Limits::default()) else {
            unreachable!()
        };
        let isolation = Isolation::Child(AgreementReader {
            cache: Some(self.kept.clone()),
            ..apart
        });
        let drop_folder = self.folder.path().join("workbooks");
        let gathered =
            gather(&agreement(), &drop_folder, day.parse().unwrap(), &isolation).unwrap();
        let fresh = gather(
            &agreement(),
            &drop_folder,
            day.parse().unwrap(),
            &Isolation::InProcess,
        );
        assert_eq!(gathered, fresh.unwrap(), "what is kept says the same");
        let days = gathered.value.activities.iter();
        let was_read = fs::remove_file(started).is_ok();
        (
            days.map(|one| one.date.from.to_string()).collect(),
            was_read,
        )
    }
}

/// The bytes of what is kept, by file name.
type Files = BTreeMap<String, Vec<u8>>;

#[test]
#[cfg(unix)]
fn what_has_not_changed_is_not_read_again() {
    let scene = Scene::new();
    let all = vec![
        "2023-02-01".to_owned(),
        "2023-03-01".into(),
        "2023-02-05".into(),
    ];
    assert_eq!(scene.gather("2024-01-10"), (all.clone(), true));
    assert_eq!(scene.gather("2024-01-10"), (all.clone(), false));
    assert_eq!(
        scene.gather("2023-03-01"),
        (all.clone(), false),
        "all of it has come"
    );

    let (early, was_read) = scene.gather("2023-02-28");
    assert_eq!(
        (early.len(), was_read),
        (2, true),
        "the third of March has not"
    );
    assert_eq!(scene.gather("2023-02-20"), (early, false));
    assert_eq!(scene.gather("2024-01-10"), (all, true));

    scene.folder.put_log("Logg.csv", 6);
    assert!(scene.gather("2024-01-10").1);
    scene.folder.put_log("Logg.csv", 5);
    assert!(!scene.gather("2024-01-10").1, "these bytes are known");
}

#[test]
#[cfg(unix)]
fn what_was_moved_cut_or_written_over_is_read_again() {
    let scene = Scene::new();
    let (all, _) = scene.gather("2024-01-10");
    let whole = scene.kept.0.lock().unwrap().clone();
    let spoiled = |spoil: &dyn Fn(&mut Files)| {
        let mut kept = whole.clone();
        spoil(&mut kept);
        *scene.kept.0.lock().unwrap() = kept;
        let (days, was_read) = scene.gather("2024-01-10");
        assert_eq!(days, all);
        was_read
    };
    assert!(spoiled(&|kept| kept
        .values_mut()
        .for_each(|one| one.truncate(one.len() / 2))));
    assert!(spoiled(&|kept| kept.values_mut().for_each(Vec::clear)));
    assert!(spoiled(&|kept| {
        // Each in the place of the other.
        let mut others: Vec<Vec<u8>> = kept.values().cloned().collect();
        others.reverse();
        kept.values_mut()
            .zip(others)
            .for_each(|(one, other)| *one = other);
    }));
    assert!(!spoiled(&|_| {}));
}
