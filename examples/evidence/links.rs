//! The measure of correspondence: links between items and indicators. What people would disagree about counts neither way,
//! nor does a link of a neutral indicator (satisfaction, cost).

use huishen::domain::target::Indicator;
use serde::Deserialize;
use serde_json::{Value, json};

use super::folder::Folder;
use super::library;
use super::score::{Score, share};

#[derive(Deserialize)]
struct Label {
    file: String,
    project: String,
    links: Vec<(u32, u32)>,
    neutral: Vec<u32>,
    #[serde(default)]
    doubtful_items: Vec<u32>,
    #[serde(default)]
    doubtful_indicators: Vec<u32>,
    #[serde(default)]
    doubtful_links: Vec<(u32, u32)>,
}

impl Label {
    /// Whether a link that people did not draw counts neither way.
    fn lets_pass(&self, item: u32, indicator: u32) -> bool {
        self.doubtful_links.contains(&(item, indicator))
            || self.doubtful_items.contains(&item)
            || self.doubtful_indicators.contains(&indicator)
            || self.neutral.contains(&indicator)
    }
}

/// True and false positives, misses, and the precision of the links shown as certain.
pub fn measure(folder: &Folder) -> anyhow::Result<Option<Value>> {
    let Some(labels) = folder.labels::<Label>("links.json")? else { return Ok(None) };
    let mut score = Score::default();
    let (mut certain, mut certain_right) = (0, 0);
    for label in &labels {
        let target = match folder.target(&label.file, &label.project) {
            Ok(target) => target,
            Err(reason) => {
                score.unreadable(
                    label.links.len(),
                    json!({"file": label.file, "project": label.project, "reason": reason}),
                );
                continue;
            }
        };
        let said = library::links(&target.submission);
        let items = target.submission.items();
        let tell = |item: u32, indicator: u32| {
            let at = |place: u32| usize::try_from(place).unwrap_or(usize::MAX);
            json!({
                "file": label.file,
                "project": label.project,
                "objective": item,
                "item": items.get(at(item)),
                "indicator": indicator,
                "name": target.submission.indicators.get(at(indicator)).map(Indicator::name),
            })
        };
        for link in &said {
            let pair = (link.objective, link.indicator);
            let right = label.links.contains(&pair);
            if right {
                score.right();
            } else if !label.lets_pass(pair.0, pair.1) {
                let mut error = tell(pair.0, pair.1);
                error["confidence"] = json!(link.confidence);
                score.wrong(error);
            } else {
                continue;
            }
            certain += u64::from(link.is_certain());
            certain_right += u64::from(link.is_certain() && right);
        }
        let unsaid =
            label.links.iter().filter(|pair| said.iter().all(|link| (link.objective, link.indicator) != **pair));
        unsaid.for_each(|&(item, indicator)| score.missed(tell(item, indicator)));
    }
    let mut out = score.json();
    out.insert("certain".to_owned(), json!({"links": certain, "precision": share(certain_right, certain)}));
    Ok(Some(Value::Object(out)))
}
