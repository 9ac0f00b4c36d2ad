//! What befalls machines: programs killed at any moment under load, full disks, files that may only be read, programs stopped in the middle of a
//! transaction, bytes that flip. After each: no acknowledged act is missing or doubled, the file verifies, and programs go on or say why not.
//!
//! In a few seconds what `HUISHEN_SOAK=minutes` does for longer: `HUISHEN_SOAK=60 cargo test --release --test it faults:: -- --nocapture`.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command as Program, Output};
use std::thread;
use std::time::{Duration, Instant};

use huishen::domain::command::Command;
use huishen::domain::people::UnitLevel;
use huishen::domain::target::UnitName;
use huishen::store::{Pace, Store};
use rusqlite::Connection;
use rusqlite::types::Value;
use rustix::process::{Pid, Signal, kill_process};

use super::processes::play;
use super::{actor, everyone, small};

/// How long a test goes on: its share of the minutes that somebody gives, else only its first turns, or as many as `HUISHEN_TURNS` says.
pub(crate) struct Soak {
    end: Option<Instant>,
    turns: u32,
    done: u32,
}

impl Soak {
    pub(crate) fn of(turns: u32) -> Self {
        let minutes = env::var("HUISHEN_SOAK").ok().and_then(|minutes| minutes.parse::<u64>().ok());
        let turns = env::var("HUISHEN_TURNS").ok().and_then(|turns| turns.parse().ok()).unwrap_or(turns);
        let end = minutes.map(|minutes| Instant::now() + Duration::from_mins(minutes));
        Self { end, turns, done: 0 }
    }

    pub(crate) fn goes_on(&mut self) -> bool {
        self.done += 1;
        self.done <= self.turns || self.end.is_some_and(|end| Instant::now() < end)
    }
}

/// Numbers that nobody foresees; the seed is told when a test fails, and `HUISHEN_SEED` gives the same again.
#[derive(Debug)]
pub(crate) struct Lots(u64);

impl Lots {
    pub(crate) fn drawn() -> Self {
        let seed = env::var("HUISHEN_SEED").ok().and_then(|seed| seed.parse().ok());
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
        let seed = seed.unwrap_or_else(|| u64::try_from(now.as_nanos() & u128::from(u64::MAX)).unwrap() | 1);
        Self(seed)
    }

    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

fn fresh() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    small(&path);
    (folder, path)
}

fn unit(name: &str) -> Command {
    let unit = UnitName { code: None, name: name.to_owned() };
    Command::AddUnit { unit, level: UnitLevel::First, desk: "教科文股".to_owned() }
}

fn add(store: &mut Store, name: &str) {
    store.execute(&actor(everyone("全权")), &unit(name)).unwrap();
}

pub(crate) fn sound(path: &Path) {
    let report = Store::open(path).unwrap().verify().unwrap();
    assert!(report.is_clean() && report.proved, "{:?}", report.faults);
}

/// How often each unit stands in the file.
pub(crate) fn units(path: &Path) -> BTreeMap<String, u32> {
    let conn = Connection::open(path).unwrap();
    let mut sql = conn.prepare("select name, count(*) from unit group by name").unwrap();
    sql.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().collect::<Result<_, _>>().unwrap()
}

/// The acts that a writer was told of, all but a last line that the kill may have cut.
fn told(child: &mut Child) -> Vec<String> {
    let lines: Vec<String> = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok).collect();
    let whole = lines.len().saturating_sub(1);
    let told = lines[..whole].iter().filter_map(|line| line.strip_prefix("wrote ").map(str::to_owned));
    told.collect()
}

/// Compares what was acknowledged with what stands in the file.
pub(crate) fn none_lost_or_doubled(path: &Path, acknowledged: &[String]) {
    let kept = units(path);
    let lost: Vec<_> = acknowledged.iter().filter(|name| !kept.contains_key(*name)).collect();
    assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    let doubled: Vec<_> = kept.iter().filter(|(_, count)| **count > 1).collect();
    assert!(doubled.is_empty(), "doubled: {doubled:?}");
}

#[test]
fn programs_killed_at_any_moment_under_load_lose_and_double_nothing() {
    let (_folder, path) = fresh();
    let (mut lots, mut soak) = (Lots::drawn(), Soak::of(24));
    println!("{lots:?}");
    let mut acknowledged = Vec::new();
    let mut number = 0;
    let mut start = || {
        number += 1;
        play(&format!("endless{number}-"), &path)
    };
    let mut writers = [start(), start(), start()];
    let mut kills = 0;
    while soak.goes_on() {
        thread::sleep(Duration::from_millis(20 + lots.below(120)));
        let place = usize::try_from(lots.below(3)).unwrap();
        let mut killed = std::mem::replace(&mut writers[place], start());
        killed.kill().unwrap();
        acknowledged.extend(told(&mut killed));
        killed.wait().unwrap();
        kills += 1;
        if kills % 200 == 0 {
            none_lost_or_doubled(&path, &acknowledged);
        }
    }
    for mut writer in writers {
        writer.kill().unwrap();
        acknowledged.extend(told(&mut writer));
        writer.wait().unwrap();
    }
    println!("{kills} kills, {} acknowledged acts", acknowledged.len());
    assert!(acknowledged.len() > kills, "the writers were at work");
    none_lost_or_doubled(&path, &acknowledged);
    sound(&path);
    add(&mut Store::open(&path).unwrap(), "此后");
}

#[test]
fn a_copy_that_is_killed_is_there_whole_or_not_at_all() {
    let desk = crate::cli::Desk::sample();
    let to = desk.path("copy.db");
    let (mut lots, mut soak) = (Lots::drawn(), Soak::of(8));
    println!("{lots:?}");
    while soak.goes_on() {
        let mut child = Program::new(env!("CARGO_BIN_EXE_huishen"))
            .arg("--db")
            .arg(desk.db())
            .arg("backup")
            .arg(&to)
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_millis(lots.below(250)));
        child.kill().unwrap();
        child.wait().unwrap();
        if to.exists() {
            sound(&to);
            fs::remove_file(&to).unwrap();
        }
    }
    assert_eq!(desk.run(&["backup", to.to_str().unwrap()]).code, 0);
}

/// Runs a script in a room of its own, with its own mounts and limits, where the system lets anybody have one.
fn in_a_room(script: &str, path: &Path) -> Option<Output> {
    let can = Program::new("unshare").args(["-rm", "true"]).output().is_ok_and(|output| output.status.success());
    let huishen = env!("CARGO_BIN_EXE_huishen");
    let folder = path.parent().unwrap();
    let mut shell = Program::new("unshare");
    shell.args(["-rm", "sh", "-c", script]).env("H", huishen).env("DB", path).env("ROOM", folder).env("HOME", folder);
    can.then(|| shell.env_remove("HUISHEN_LANG").env_remove("HUISHEN_DB").output().unwrap())
}

/// A small disk that fills up: what was acknowledged is there, what was refused is not, and with room again all goes on.
#[test]
fn a_disk_that_fills_up_loses_nothing() {
    let (folder, path) = fresh();
    fs::create_dir(folder.path().join("disk")).unwrap();
    let script = r#"
        set -e
        mount -t tmpfs -o size=2m tmpfs "$ROOM/disk"
        cp "$DB" "$ROOM/disk/a.db"
        export HUISHEN_DB="$ROOM/disk/a.db"
        n=0
        while "$H" user add "人员$n" --role desk --desk 教科文股 2> "$ROOM/err"; do
            n=$((n + 1))
            [ $n -lt 9 ] || head -c 4000000 /dev/zero > "$ROOM/disk/fill" 2>/dev/null || true
            [ $n -lt 400 ]
        done
        cat "$ROOM/err"
        echo "done $n"
        "$H" list > /dev/null && echo reads
        rm "$ROOM/disk/fill"
        "$H" user add 此后 --role desk --desk 教科文股
        "$H" verify
        "$H" user list
    "#;
    let Some(output) = in_a_room(script, &path) else { return with_limits_of_growth(&path) };
    let (said, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}{err}");
    assert!(said.contains("没有写入") && said.contains("reads"), "{said}{err}");
    let count: usize = said.split("done ").nth(1).unwrap().lines().next().unwrap().parse().unwrap();
    assert!(count >= 9, "{said}");
    let listed = said.split("核验通过").nth(1).unwrap();
    for number in 0..count {
        assert!(listed.contains(&format!("人员{number} ")), "{number} was acknowledged: {listed}");
    }
    assert!(!listed.contains(&format!("人员{count} ")) && listed.contains("此后"), "{listed}");
    with_limits_of_growth(&path);
}

/// The same by a limit on the size of files, at several points.
fn with_limits_of_growth(path: &Path) {
    for blocks in [700, 1500, 4000] {
        let own = path.with_file_name(format!("limit{blocks}.db"));
        fs::copy(path, &own).unwrap();
        let exe = env::current_exe().unwrap();
        let scene = "--exact store::processes::scene --nocapture";
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec '{}' {scene}", exe.display());
        let output = Program::new("sh")
            .args(["-c", &script])
            .env("HUISHEN_STORE_SCENE", "endless")
            .env("HUISHEN_STORE_FILE", &own)
            .output()
            .unwrap();
        assert!(!output.status.success(), "it ended because the disk took no more");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let acknowledged: Vec<_> =
            said.lines().filter_map(|line| line.strip_prefix("wrote ").map(str::to_owned)).collect();
        none_lost_or_doubled(&own, &acknowledged);
        sound(&own);
        add(&mut Store::open(&own).unwrap(), "此后");
    }
}

#[test]
fn a_file_on_a_disk_that_may_only_be_read_is_read() {
    let (folder, path) = fresh();
    fs::create_dir(folder.path().join("disk")).unwrap();
    let script = r#"
        mount -t tmpfs -o size=8m tmpfs "$ROOM/disk"
        cp "$DB" "$ROOM/disk/a.db"
        mount -o remount,ro "$ROOM/disk"
        export HUISHEN_DB="$ROOM/disk/a.db"
        "$H" list; echo "list $?"
        "$H" verify; echo "verify $?"
        "$H" backup "$ROOM/copy.db"; echo "backup $?"
        "$H" user add 李四 --role desk 2>&1; echo "write $?"
        "$H" backup --daily 2>&1; echo "daily $?"
    "#;
    let Some(output) = in_a_room(script, &path) else { return };
    let said = String::from_utf8_lossy(&output.stdout);
    for line in ["list 0", "verify 0", "backup 0", "write 3", "daily 3"] {
        assert!(said.lines().any(|said| said == line), "{line}: {said}{}", String::from_utf8_lossy(&output.stderr));
    }
    assert!(said.contains("权限") && said.contains("营养改善计划"), "{said}");
    sound(&folder.path().join("copy.db"));
}

#[test]
fn without_inotify_a_change_is_seen_all_the_same() {
    let (folder, path) = fresh();
    fs::copy(&path, folder.path().join("b.db")).unwrap();
    let script = r#"
        echo 0 > /proc/sys/user/max_inotify_instances
        "$H" --db "$ROOM/b.db" watch > "$ROOM/heard" &
        watcher=$!
        sleep 1
        "$H" --db "$ROOM/b.db" user add 李四 --role desk --desk 教科文股
        n=0
        while ! grep -q 李四 "$ROOM/heard" && [ $n -lt 100 ]; do sleep 0.1; n=$((n + 1)); done
        kill $watcher
        cat "$ROOM/heard"
    "#;
    let Some(output) = in_a_room(script, &path) else { return };
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.matches("李四").count() >= 2, "told by who wrote and by who watched: {said}");
}

#[test]
fn a_program_stopped_in_the_middle_holds_nobody_up_for_ever() {
    let (_folder, path) = fresh();
    let mut writer = play("endless", &path);
    let id = Pid::from_child(&writer);
    let (mut lots, mut soak) = (Lots::drawn(), Soak::of(6));
    println!("{lots:?}");
    let mut store = Store::open(&path).unwrap();
    while units(&path).len() < 6 {
        thread::sleep(Duration::from_millis(5));
    }
    let mut number = 0;
    while soak.goes_on() {
        number += 1;
        thread::sleep(Duration::from_millis(lots.below(20)));
        kill_process(id, Signal::STOP).unwrap();
        // Whoever reads is not held up, wherever it was stopped.
        assert!(store.head().unwrap().is_some());
        assert!(!store.users().unwrap().is_empty());
        thread::scope(|scope| {
            let waiting = scope.spawn(|| store.execute(&actor(everyone("全权")), &unit(&format!("等待{number}"))));
            thread::sleep(Duration::from_millis(100));
            kill_process(id, Signal::CONT).unwrap();
            waiting.join().unwrap().unwrap();
        });
    }
    // Stopped and then killed: its turn ends with it.
    kill_process(id, Signal::STOP).unwrap();
    writer.kill().unwrap();
    let acknowledged = told(&mut writer);
    writer.wait().unwrap();
    add(&mut store, "此后");
    none_lost_or_doubled(&path, &acknowledged);
    sound(&path);
}

#[test]
fn a_file_replaced_under_a_program_that_reads_is_told() {
    let (folder, path) = fresh();
    let store = Store::open(&path).unwrap();
    let copy = folder.path().join("copy.db");
    store.back_up(&copy, false, Pace::Full, "全权").unwrap();
    assert!(store.hold().is_ok());
    huishen::store::restore(&copy, &path, false, "全权").unwrap();
    let Err(told) = store.hold() else { panic!("the screen went on showing the former file") };
    assert!(told.0.contains("重新打开"), "{}", told.0);
    fs::remove_file(&path).unwrap();
    assert!(store.hold().is_err(), "moved away");
}

#[test]
fn opening_and_closing_leaves_nothing_open() {
    let (_folder, path) = fresh();
    let mine = |fragment: &str| {
        let links = fs::read_dir("/proc/self/fd").into_iter().flatten().flatten();
        links.filter(|link| fs::read_link(link.path()).is_ok_and(|to| to.to_string_lossy().contains(fragment))).count()
    };
    let name = path.parent().unwrap().to_str().unwrap();
    let mut soak = Soak::of(400);
    let mut number = 0;
    while soak.goes_on() {
        let mut store = Store::open(&path).unwrap();
        if number % 50 == 0 {
            add(&mut store, &format!("单位{number}"));
        }
        number += 1;
        drop(store);
        assert_eq!(mine(name), 0, "after {number}");
    }
    sound(&path);
}

/// Everything that a file says, table by table.
fn contents(path: &Path) -> Option<Vec<Vec<Value>>> {
    let conn = Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).ok()?;
    let read = |sql: &str| -> rusqlite::Result<Vec<Vec<Value>>> {
        let mut sql = conn.prepare(sql)?;
        let count = sql.column_count();
        let mut rows = sql.query([])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push((0..count).map(|column| row.get(column)).collect::<rusqlite::Result<_>>()?);
        }
        Ok(all)
    };
    // How SQLite writes the tables down that the search keeps for itself says nothing to anybody.
    let own = "case when name like 'target!_search!_%' escape '!' then '' else sql end";
    let mut all = read(&format!("select type, name, tbl_name, {own} from sqlite_schema order by name")).ok()?;
    let tables = read("select name from sqlite_schema where type = 'table' order by name").ok()?;
    for table in tables {
        let Value::Text(name) = &table[0] else { continue };
        // Unsent text and who is there now: nothing says what they should be. Of what the search keeps for itself its words are compared.
        if !["draft", "presence"].contains(&name.as_str()) && !name.starts_with("target_search_") {
            all.extend(read(&format!("select * from \"{name}\"")).ok()?);
        }
    }
    Some(all)
}

/// The first row that is not as it was.
fn difference(now: Option<Vec<Vec<Value>>>, then: &[Vec<Value>]) -> Option<String> {
    let Some(now) = now else { return Some("unreadable".to_owned()) };
    let place = (0..now.len().max(then.len())).find(|place| now.get(*place) != then.get(*place))?;
    let shown = |row: Option<&Vec<Value>>| format!("{row:?}").chars().take(300).collect::<String>();
    Some(format!("{} ≠ {}", shown(now.get(place)), shown(then.get(place))))
}

/// A byte that flips anywhere is found, or stands where nothing is said.
#[test]
fn a_byte_that_flips_is_found_wherever_it_says_something() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    small(&path);
    let whole = fs::read(&path).unwrap();
    let said = contents(&path).unwrap();
    let written: Vec<usize> = (0..whole.len()).filter(|at| whole[*at] != 0).collect();
    let (mut lots, mut soak) = (Lots::drawn(), Soak::of(300));
    println!("{lots:?}");
    let (mut found, mut unused) = (0, 0);
    while soak.goes_on() {
        // A small file is mostly empty pages: nine of ten flips are where something stands.
        let anywhere = lots.below(10) == 0;
        let places = if anywhere { whole.len() } else { written.len() };
        let place = usize::try_from(lots.below(places as u64)).unwrap();
        let at = if anywhere { place } else { written[place] };
        let mut damaged = whole.clone();
        damaged[at] ^= 1 << lots.below(8);
        fs::write(&path, &damaged).unwrap();
        let clean = Store::open(&path).is_ok_and(|store| store.verify().is_ok_and(|report| report.is_clean()));
        if clean {
            assert_eq!(difference(contents(&path), &said), None, "byte {at} is not found");
            unused += 1;
        } else {
            found += 1;
        }
        for ending in ["-wal", "-shm"] {
            let _ = fs::remove_file(folder.path().join(format!("a.db{ending}")));
        }
    }
    println!("{found} found, {unused} where nothing is said");
    assert!(found > unused, "{found} found, {unused} where nothing is said");
}
