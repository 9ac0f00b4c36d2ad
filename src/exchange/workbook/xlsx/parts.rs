//! The parts of an xlsx: which worksheets there are in what order, and where shared strings and styles lie.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use crate::exchange::package::Package;
use crate::exchange::unreadable::Reason;
use crate::exchange::xml::{attribute, flow};

/// The most bytes of a list of parts.
const LISTS: u64 = 8 << 20;
/// Where the workbook lies unless the package says otherwise.
const WORKBOOK: &str = "xl/workbook.xml";

/// A worksheet that the workbook lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// Its part.
    pub part: String,
}

/// What a workbook consists of.
#[derive(Debug, Default)]
pub struct Parts {
    /// The worksheets in the workbook's order; charts and the like are left out.
    pub sheets: Vec<Listed>,
    /// The part of shared strings.
    pub strings: Option<String>,
    /// The part of styles.
    pub styles: Option<String>,
    /// Whether days count from 1904.
    pub since_1904: bool,
}

/// A relation to another part: the last word of its type, and the part.
type Relations = BTreeMap<String, (String, String)>;

impl Parts {
    /// Reads the lists.
    ///
    /// # Errors
    /// A damaged package, or one without a workbook.
    pub fn read(package: &mut Package<'_>) -> Result<Self, Reason> {
        let top = relations(package, "")?;
        let workbook = of_type(&top, "officeDocument").unwrap_or_else(|| WORKBOOK.to_owned());
        let relations = relations(package, &workbook)?;
        let mut out = Self {
            strings: of_type(&relations, "sharedStrings"),
            styles: of_type(&relations, "styles"),
            ..Self::default()
        };
        let there = flow(package, &workbook, LISTS, |event| {
            let (Event::Start(tag) | Event::Empty(tag)) = event else { return Ok(()) };
            match tag.local_name().as_ref() {
                "workbookPr" if attribute(tag, "date1904").is_some_and(|text| text == "1" || text == "true") => {
                    out.since_1904 = true;
                }
                "sheet" => out.sheets.extend(listed(tag, &relations)?),
                _ => {}
            }
            Ok(())
        })?;
        if there { Ok(out) } else { Err(Reason::Broken) }
    }
}

/// A sheet of the list; `None` for charts and dialogs.
fn listed(tag: &BytesStart<'_>, relations: &Relations) -> Result<Option<Listed>, Reason> {
    let id = attribute(tag, "id").ok_or(Reason::Broken)?;
    let (kind, part) = relations.get(&id).ok_or(Reason::Broken)?;
    let hidden = attribute(tag, "state").is_some_and(|state| state != "visible");
    let name = attribute(tag, "name").unwrap_or_default();
    Ok((kind == "worksheet").then(|| Listed { name, hidden, part: part.clone() }))
}

fn of_type(relations: &Relations, wanted: &str) -> Option<String> {
    relations.values().find(|(kind, _)| kind == wanted).map(|(_, part)| part.clone())
}

/// The relations of a part, by their ids; those of the package itself for `""`.
fn relations(package: &mut Package<'_>, part: &str) -> Result<Relations, Reason> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let list = resolved(folder, &format!("_rels/{file}.rels"));
    let mut out = Relations::new();
    flow(package, &list, LISTS, |event| {
        if let Event::Start(tag) | Event::Empty(tag) = event
            && tag.local_name().as_ref() == "Relationship"
            && let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target"))
        {
            let kind = attribute(tag, "Type").unwrap_or_default();
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            out.insert(id, (kind, resolved(folder, &target)));
        }
        Ok(())
    })?;
    Ok(out)
}

/// A target as a part's name: from the package's top when it begins with a slash, else from a folder.
fn resolved(folder: &str, target: &str) -> String {
    let whole = if target.starts_with('/') { target.to_owned() } else { format!("{folder}/{target}") };
    let mut steps: Vec<&str> = Vec::new();
    for step in whole.split(['/', '\\']).filter(|step| !step.is_empty() && *step != ".") {
        if step == ".." {
            steps.pop();
        } else {
            steps.push(step);
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_found_from_their_folder_or_from_the_top() {
        for (target, part) in [
            ("worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("../other/a.xml", "other/a.xml"),
            ("./a.xml", "xl/a.xml"),
            ("../../../etc/passwd", "etc/passwd"),
        ] {
            assert_eq!(resolved("xl", target), part, "{target}");
        }
    }
}
