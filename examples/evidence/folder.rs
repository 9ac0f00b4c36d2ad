//! A folder of forms with their labels, each form read once.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use huishen::domain::evaluation::Evaluation;
use huishen::domain::handin::{HandIn, HandedTarget};
use huishen::exchange::{self, Kind};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Endings of files that units hand in.
const FORMS: [&str; 5] = ["xlsx", "xls", "ods", "csv", "docx"];
/// The ending of a form's expected contents.
const EXPECTED: &str = ".expect.json";

/// The folder.
pub struct Folder {
    path: PathBuf,
    forms: BTreeMap<String, Result<HandIn, String>>,
}

/// What a form should hold beside what was read.
pub struct Expectation<'a> {
    /// The file's name.
    pub file: String,
    /// What was read, or why nothing was.
    pub read: Result<&'a HandIn, String>,
    /// The expected contents.
    pub expected: Value,
}

impl Folder {
    /// Reads every form of a folder. A form that cannot be read is kept with the reason.
    pub fn open(path: &Path) -> anyhow::Result<Self> {
        let mut forms = BTreeMap::new();
        for entry in fs::read_dir(path).with_context(|| format!("cannot list {}", path.display()))? {
            let entry = entry?.path();
            let ending = entry.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            let Some(name) = entry.file_name().and_then(|name| name.to_str()) else { continue };
            if FORMS.contains(&ending.to_ascii_lowercase().as_str()) {
                let bytes = fs::read(&entry).with_context(|| format!("cannot read {}", entry.display()))?;
                let read = exchange::read(name, &bytes, Kind::Auto).map_err(|error| error.to_string());
                forms.insert(name.to_owned(), read);
            }
        }
        Ok(Self { path: path.to_owned(), forms })
    }

    /// The labels of a kind; nothing when the folder has none.
    pub fn labels<T: DeserializeOwned>(&self, name: &str) -> anyhow::Result<Option<Vec<T>>> {
        let path = self.path.join(name);
        if !path.exists() {
            return Ok(None);
        }
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        serde_json::from_slice(&bytes).map(Some).with_context(|| format!("labels that cannot be read: {name}"))
    }

    /// The forms that have an expected content, by name.
    pub fn expected(&self) -> anyhow::Result<Vec<Expectation<'_>>> {
        let mut out = Vec::new();
        for entry in fs::read_dir(&self.path)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            let Some(stem) = name.strip_suffix(EXPECTED) else { continue };
            let expected = serde_json::from_slice(&fs::read(self.path.join(&name))?).with_context(|| name.clone())?;
            let of_stem = |file: &&String| Path::new(file).file_stem().is_some_and(|other| other == stem);
            let (file, read) = match self.forms.keys().find(of_stem) {
                Some(file) => (file.clone(), self.form(file)),
                None => (stem.to_owned(), Err("no such form".to_owned())),
            };
            out.push(Expectation { file, read, expected });
        }
        out.sort_by(|one, other| one.file.cmp(&other.file));
        Ok(out)
    }

    /// What was read of a file.
    pub fn form(&self, file: &str) -> Result<&HandIn, String> {
        let read = self.forms.get(file).ok_or_else(|| "no such form".to_owned())?;
        read.as_ref().map_err(Clone::clone)
    }

    /// A target of a file.
    pub fn target(&self, file: &str, project: &str) -> Result<&HandedTarget, String> {
        let targets = &self.form(file)?.targets;
        targets.iter().find(|one| one.project.name.trim() == project).ok_or_else(|| "no such target".to_owned())
    }

    /// All targets with their files, in the files' order.
    pub fn targets(&self) -> impl Iterator<Item = (&str, &HandedTarget)> {
        let read = self.forms.iter().filter_map(|(file, form)| Some((file.as_str(), form.as_ref().ok()?)));
        read.flat_map(|(file, form)| form.targets.iter().map(move |target| (file, target)))
    }

    /// An evaluation of a file.
    pub fn evaluation(&self, file: &str, project: &str) -> Result<&Evaluation, String> {
        let evaluations = &self.form(file)?.evaluations;
        evaluations.iter().find(|one| one.project.name.trim() == project).ok_or_else(|| "no such evaluation".to_owned())
    }
}
