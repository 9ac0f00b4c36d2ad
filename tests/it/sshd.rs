//! A real `sshd` on the loopback address with two keys, where the machine has one: what docs/deploy.md (way 甲) promises, as people meet it.

use std::fs;
use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::cli::Desk;
use crate::store::faults::sound;
use crate::terminal::{Terminal, World};

const CLERK: &str = "教科文股经办";
const OTHER: &str = "农业农村股经办";

/// A server of one's own with the county's keys.
struct Server {
    child: Child,
    port: u16,
    desk: Desk,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn run(program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// The lines for sshd's configuration in docs/deploy.md.
fn advised() -> String {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/deploy.md")).unwrap();
    let from = text.find("Match User huishen").unwrap();
    text[from..from + text[from..].find("```").unwrap()].to_owned()
}

/// The sample year with two people's keys, served; `None` where there is no sshd that may be started.
fn served() -> Option<Server> {
    let sshd = ["/usr/sbin/sshd", "/usr/local/sbin/sshd"].into_iter().find(|path| Path::new(path).exists())?;
    let desk = Desk::sample();
    let path = |name: &str| desk.path(name).to_str().unwrap().to_owned();
    for (name, person) in [("clerk", CLERK), ("other", OTHER), ("host", "")] {
        if !run("ssh-keygen", &["-q", "-t", "ed25519", "-N", "", "-f", &path(name)]) {
            return None;
        }
        let public = path(&format!("{name}.pub"));
        assert!(person.is_empty() || desk.run(&["user", "key", person, "--add", &public]).code == 0);
    }
    let written = desk.run(&["ssh-keys", "--program", env!("CARGO_BIN_EXE_huishen"), "--write", &path("keys")]);
    assert_eq!(written.code, 0, "{}", written.err);
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    // What docs/deploy.md tells to add, for whoever runs this.
    let advised = advised().replace("Match User huishen", &format!("Match User {}", Server::user()));
    let config = format!(
        "ListenAddress 127.0.0.1\nPort {port}\nHostKey {}\nAuthorizedKeysFile {}\nPidFile none\nStrictModes no\nUsePAM no\n\
        PasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin prohibit-password\nSubsystem sftp internal-sftp\n{advised}",
        path("host"),
        path("keys"),
    );
    fs::write(path("sshd.conf"), config).unwrap();
    let checked = Command::new(sshd).args(["-t", "-f", &path("sshd.conf")]).output().ok()?;
    let said = String::from_utf8_lossy(&checked.stderr);
    assert!(!said.contains("sshd.conf"), "sshd does not take the configuration: {said}");
    let mut command = Command::new(sshd);
    let log = fs::File::create(path("sshd.log")).unwrap();
    let mut child = command.args(["-D", "-e", "-f", &path("sshd.conf")]).stderr(log).spawn().ok()?;
    let begin = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if child.try_wait().ok()?.is_some() || begin.elapsed() > Duration::from_secs(20) {
            return None;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Some(Server { child, port, desk })
}

impl Server {
    fn options(&self, key: &str) -> Vec<String> {
        let key = self.desk.path(key);
        let mut options = vec!["-F".to_owned(), "none".to_owned(), "-i".to_owned(), key.to_str().unwrap().to_owned()];
        for option in [
            "IdentitiesOnly=yes",
            "StrictHostKeyChecking=no",
            "UserKnownHostsFile=/dev/null",
            "BatchMode=yes",
            "LogLevel=ERROR",
        ] {
            options.extend(["-o".to_owned(), option.to_owned()]);
        }
        options
    }

    fn user() -> String {
        let name = Command::new("id").arg("-un").output().unwrap().stdout;
        String::from_utf8(name).unwrap().trim().to_owned()
    }

    fn host() -> String {
        format!("{}@127.0.0.1", Self::user())
    }

    /// What `ssh host WANTED < input` gives with a key; `more` are options of ssh.
    fn ssh(&self, key: &str, more: &[&str], wanted: &str, input: &[u8]) -> Output {
        let mut command = Command::new("ssh");
        command.args(self.options(key)).args(more).args(["-p", &self.port.to_string(), &Self::host()]).arg(wanted);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        // Whoever is refused does not read to the end.
        let _ = stdin.write_all(input);
        drop(stdin);
        child.wait_with_output().unwrap()
    }

    /// The screens, as `ssh -t` opens them.
    fn screens(&self, key: &str) -> Terminal {
        let mut command = portable_pty::CommandBuilder::new("ssh");
        command.args(self.options(key));
        command.args(["-tt", "-C", "-p", &self.port.to_string(), &Self::host()]);
        command.env("TERM", "xterm-256color");
        Terminal::spawn(command, 120, 40, World::Narrow)
    }
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_clerk_works_over_ssh_and_can_do_nothing_else() {
    let Some(server) = served() else { return };
    files_in_and_out(&server);
    a_screen(&server);
    nothing_else(&server);
    a_disabled_key(&server);
    sound(&server.desk.db());
}

fn files_in_and_out(server: &Server) {
    let form = "单位名称,项目名称,预算数(万元),年度目标,一级指标,二级指标,三级指标,指标性质,指标值,度量单位\n\
        县教育体育局,远程登录试报,12,维修12所学校的校舍,产出指标,数量指标,维修学校数,≥,12,所\n";
    let taken = server.ssh("clerk", &[], "import - --year 2021", form.as_bytes());
    assert!(taken.status.success(), "{}{}", out(&taken), err(&taken));
    let book = server.ssh("clerk", &[], "export --document targets '远程登录'", b"");
    assert!(book.stdout.starts_with(b"PK") && book.stdout.len() > 2000, "{}", err(&book));
    let read = server.desk.path("back.xlsx");
    fs::write(&read, &book.stdout).unwrap();
    let again = server.desk.run(&["import", read.to_str().unwrap(), "--dry-run"]);
    assert!(again.out.contains("远程登录试报"), "what went out can be read: {}{}", again.out, again.err);
    let list = server.ssh("clerk", &[], "list 远程登录 --json", b"");
    assert!(out(&list).contains("远程登录试报"), "{}", err(&list));
    let journal = server.desk.run(&["journal", "--json"]).out;
    let line = journal.lines().rev().find(|line| line.contains("远程登录试报")).unwrap();
    assert!(line.contains(CLERK) && line.contains("SHA256:"), "who, and by which key: {line}");
}

fn a_screen(server: &Server) {
    let mut terminal = server.screens("clerk");
    terminal.wait_for("预警");
    terminal.send("\x1a!sh\r:挂起\r");
    terminal.settle(Duration::from_millis(500));
    let screen = terminal.screen();
    assert!(!screen.contains("uid="), "{screen}");
    // From whatever screen that was: Ctrl-C leaves, and the connection ends with the program.
    terminal.send("\x03");
    assert!(matches!(terminal.exit_code(), 0 | 130));
}

fn nothing_else(server: &Server) {
    let wanted = [
        "sh",
        "bash -i",
        "cat /etc/passwd",
        "list; sh",
        "scp -f /etc/passwd",
        "import /etc/passwd",
        "ssh-keys",
        "user list",
    ];
    for line in wanted {
        let refused = server.ssh("clerk", &[], line, b"id\n");
        assert!(!refused.status.success(), "{line}: {}", out(&refused));
        assert!(!out(&refused).contains("uid=") && !out(&refused).contains("root:"), "{line}: {}", out(&refused));
    }
    let no_terminal = server.ssh("clerk", &["-T"], "", b"id\n");
    assert!(!out(&no_terminal).contains("uid="), "{}", out(&no_terminal));
    let sftp = server.ssh("clerk", &["-s"], "sftp", b"\x00\x00\x00\x05\x01\x00\x00\x00\x03");
    assert!(!sftp.stdout.starts_with(b"\x00\x00\x00"), "no answer of a file server: {:?}", sftp.stdout);
    // A tunnel is refused by `restrict`, before anything of ours runs.
    let tunnel =
        server.ssh("clerk", &["-o", "ExitOnForwardFailure=yes", "-R", "127.0.0.1:0:127.0.0.1:22"], "list", b"");
    assert!(!tunnel.status.success(), "{}", out(&tunnel));
    let inward = server.ssh("clerk", &["-W", &format!("127.0.0.1:{}", server.port)], "", b"");
    assert!(!out(&inward).contains("SSH-2.0"), "{}", out(&inward));
    // What a client sends of its own surroundings does not arrive.
    let sent = server.ssh("clerk", &["-o", "SetEnv=HUISHEN_CONFIG=/etc/passwd"], "list --limit 1", b"");
    assert!(sent.status.success() && !err(&sent).contains("root:"), "{}", err(&sent));
}

fn a_disabled_key(server: &Server) {
    assert!(server.ssh("other", &[], "list --limit 1", b"").status.success());
    assert_eq!(server.desk.run(&["user", "disable", OTHER, "--reason", "调离"]).code, 0);
    let refused = server.ssh("other", &[], "list", b"");
    assert!(
        !refused.status.success() && err(&refused).contains("已停用"),
        "at once, by the program: {}",
        err(&refused)
    );
    let keys: PathBuf = server.desk.path("keys");
    let written =
        server.desk.run(&["ssh-keys", "--program", env!("CARGO_BIN_EXE_huishen"), "--write", keys.to_str().unwrap()]);
    assert_eq!(written.code, 0);
    assert_eq!(fs::metadata(&keys).unwrap().permissions().mode() & 0o777, 0o600);
    let unknown = server.ssh("other", &[], "list", b"");
    assert!(err(&unknown).contains("Permission denied"), "then by sshd: {}", err(&unknown));
    assert!(server.ssh("clerk", &[], "list --limit 1", b"").status.success(), "the other key stays");
}
