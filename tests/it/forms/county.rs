//! What the county's own file says of a form that comes in: told before anything is taken, with file, cell and rule.

use std::path::Path;
use std::process::{Command, Output};

use rust_xlsxwriter::Workbook;
use serde_json::Value;

fn huishen(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_huishen"));
    command.env("HUISHEN_DB", folder.join("a.db")).args(arguments);
    command.output().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A self-evaluation of a project with one indicator.
fn evaluation(file: &Path, year: &str, unit: &str, project: &str, indicator: [&str; 4], score: &str) {
    let rows: [&[&str]; 8] = [
        &["项目支出绩效自评表"],
        &[year],
        &["项目名称", project],
        &["实施单位", unit],
        &["项目资金(万元)", "", "年初预算数", "全年预算数", "全年执行数"],
        &["", "年度资金总额", "10", "10", "9"],
        &["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
        &["产出指标", "数量指标", indicator[0], indicator[1], indicator[2], "90", indicator[3]],
    ];
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (col, text) in (0..).zip(cells) {
            sheet.write_string(row, col, *text).unwrap();
        }
    }
    sheet.write_string(8, 0, "总分").unwrap();
    sheet.write_string(8, 6, score).unwrap();
    book.save(file).unwrap();
}

/// The warnings and hints of a dry run: severity, place and message.
fn foretold(folder: &Path, files: &[&Path]) -> Vec<(String, String, String)> {
    let mut arguments = vec!["import", "--dry-run", "--json"];
    arguments.extend(files.iter().map(|file| file.to_str().unwrap()));
    let out = huishen(folder, &arguments);
    let told: Value = serde_json::from_slice(&out.stdout).unwrap();
    let text = |problem: &Value, key: &str| problem[key].as_str().unwrap().to_owned();
    let problems = told["problems"].as_array().unwrap().iter();
    problems.map(|one| (text(one, "severity"), text(one, "where"), text(one, "message"))).collect()
}

#[test]
fn an_evaluation_is_held_against_what_was_approved() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    assert!(huishen(folder, &["init", "--sample"]).status.success());
    let list: Value = serde_json::from_slice(&huishen(folder, &["list", "--json"]).stdout).unwrap();
    let rows = list.as_array().unwrap();
    let shown = |row: &Value| -> Value {
        let reference = format!("#{}", row["id"]);
        serde_json::from_slice(&huishen(folder, &["show", &reference, "--json"]).stdout).unwrap()
    };
    let counted = |show: &Value| {
        let indicators = show["target"]["indicators"].as_array().unwrap().clone();
        indicators.into_iter().find(|one| one["unit"].as_str().is_some_and(|unit| unit != "%" && !unit.contains('元')))
    };
    let approved = rows.iter().filter(|row| row["state"] == "budgeted").map(shown);
    let (show, one) = approved.into_iter().find_map(|show| counted(&show).map(|one| (show, one))).unwrap();
    let target = &show["target"];
    let (unit, project) = (target["unit"]["name"].as_str().unwrap(), target["project"]["name"].as_str().unwrap());
    let (name, year) = (one["l3"].as_str().unwrap(), format!("({}年度)", target["year"]));

    let file = folder.join("自评.xlsx");
    evaluation(&file, &year, unit, project, [name, "≥100%", "100%", "88"], "98");
    let told = foretold(folder, &[&file]);
    let [(severity, place, message)] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!((severity.as_str(), place.as_str()), ("warning", "Sheet1!D8"));
    assert!(message.contains(name) && message.contains('%') && message.contains("规则:"), "{message}");

    let open = rows.iter().find(|row| row["state"] == "pending").unwrap();
    let (unit, project) = (open["unit"].as_str().unwrap(), open["project"].as_str().unwrap());
    evaluation(&file, &format!("({}年度)", open["year"]), unit, project, ["甲", "5个", "5个", "88"], "98");
    let told = foretold(folder, &[&file]);
    assert!(
        told.iter().any(|(severity, place, message)| severity == "warning"
            && place == "Sheet1!A3"
            && message.contains("没有批复")
            && message.contains(project)),
        "{told:?}"
    );
}

#[test]
fn two_evaluations_of_one_project_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    assert!(huishen(folder, &["init", "--county", "云岭县", "--year", "2025"]).status.success());
    let (first, second) = (folder.join("一.xlsx"), folder.join("二.xlsx"));
    evaluation(&first, "(2024年度)", "县教育局", "营养改善", ["供餐天数", "200天", "200天", "88"], "97");
    evaluation(&second, "(2024年度)", "县教育局", "营养改善", ["供餐天数", "200天", "199天", "80"], "89");

    let told = foretold(folder, &[&first, &second]);
    let twice: Vec<_> = told.iter().filter(|one| one.2.contains("一.xlsx")).collect();
    let [(severity, place, message)] = twice.as_slice() else { panic!("{told:?}") };
    assert_eq!((severity.as_str(), place.as_str()), ("warning", "Sheet1!A3"));
    assert!(message.contains("营养改善") && message.contains("Sheet1!A3"), "{message}");
    assert!(told.iter().any(|one| one.0 == "hint" && one.2.contains("没有项目")), "no target of that year: {told:?}");

    let path = |file: &Path| file.to_str().unwrap().to_owned();
    assert!(huishen(folder, &["import", &path(&first)]).status.success());
    let again = said(&huishen(folder, &["import", &path(&first)]));
    assert!(!again.contains("已有一份"), "the same form again is no second one: {again}");
    let out = huishen(folder, &["import", &path(&second)]);
    let words = said(&out);
    assert!(out.status.success() && words.contains("二.xlsx Sheet1!A3") && words.contains("总分 97"), "{words}");
}

#[test]
fn a_category_of_the_forms_own_does_not_keep_it_out() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    assert!(huishen(folder, &["init", "--county", "云岭县", "--year", "2024"]).status.success());
    let form = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forms-composed/multi-guizhou-civil-affairs.xlsx");
    let out = huishen(folder, &["import", form.to_str().unwrap()]);
    let words = said(&out);
    assert!(out.status.success() && words.contains("项目绩效目标表!B6") && words.contains("民生类"), "{words}");
    let list: Value = serde_json::from_slice(&huishen(folder, &["list", "--json"]).stdout).unwrap();
    assert_eq!(list.as_array().unwrap().len(), 3);
    assert!(list[0]["category"].is_null(), "{list}");
    let amended = huishen(folder, &["amend", "#1", form.to_str().unwrap()]);
    assert!(amended.status.success(), "{}", said(&amended));
}
