//! One process that reads workbooks, and the threads that speak with it.

use std::io::{Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::known::KnownAgreements;
use super::message::{Heard, Packed};

/// The most bytes kept of what a process says before it dies.
const MAX_ERROR_OUTPUT: u64 = 4096;

/// A process that waits for questions, or reads.
pub(super) struct ReaderProcess {
    process: Child,
    /// Gone once it is to hear no more.
    questions: Option<Sender<Vec<u8>>>,
    replies: Receiver<Heard>,
    error_output: Option<JoinHandle<String>>,
    /// The agreements that it was told of.
    pub(super) agreements: KnownAgreements<Arc<str>>,
    /// Whether it has read a workbook.
    pub(super) is_used: bool,
}

/// What became of a question.
pub(super) enum Answered {
    /// It is answered.
    Reply(Packed),
    /// The process says more than it may.
    TooLong,
    /// The process took too long on the clock.
    TimeIsOver,
    /// The process has ended, or will say nothing that can be understood.
    Ended(ProcessEnd),
}

/// How a process ended without an answer.
pub(super) struct ProcessEnd {
    pub(super) status: Option<ExitStatus>,
    /// What it said before.
    pub(super) error_output: String,
}

impl ReaderProcess {
    /// Starts one.
    ///
    /// # Errors
    /// If the system does not start it.
    pub(super) fn start(mut command: Command) -> std::io::Result<ReaderProcess> {
        let mut process = command
            .env_remove("RUST_BACKTRACE")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let (stdin, stdout, stderr) = (
            process.stdin.take(),
            process.stdout.take(),
            process.stderr.take(),
        );
        let (questions, asked) = channel::<Vec<u8>>();
        thread::spawn(move || {
            let Some(mut stdin) = stdin else { return };
            for question in asked {
                // A process that dies before it has heard it all tells of that by its end.
                if let Err(fault) = stdin.write_all(&question).and_then(|()| stdin.flush()) {
                    tracing::debug!(%fault, "the reader of a workbook does not listen");
                    return;
                }
            }
        });
        let (heard, replies) = sync_channel(1);
        thread::spawn(move || {
            let Some(mut stdout) = stdout else { return };
            while let Ok(reply) = Packed::hear(&mut stdout) {
                let is_last = !matches!(reply, Heard::Reply(_));
                if heard.send(reply).is_err() || is_last {
                    return;
                }
            }
        });
        let error_output = thread::spawn(move || {
            let mut said = Vec::new();
            let Some(mut stderr) = stderr else {
                return String::new();
            };
            let kept = stderr
                .by_ref()
                .take(MAX_ERROR_OUTPUT)
                .read_to_end(&mut said);
            // The rest is drained, so that the process does not wait for a reader.
            if let Err(fault) = kept.and_then(|_| std::io::copy(&mut stderr, &mut std::io::sink()))
            {
                tracing::debug!(%fault, "the reader of a workbook cannot be heard");
            }
            String::from_utf8_lossy(&said).into_owned()
        });
        Ok(ReaderProcess {
            process,
            questions: Some(questions),
            replies,
            error_output: Some(error_output),
            agreements: KnownAgreements::default(),
            is_used: false,
        })
    }

    /// Asks, and waits for the answer. Whoever does not answer in time is ended.
    pub(super) fn ask(&mut self, question: Vec<u8>, clock: Duration) -> Answered {
        let began = Instant::now();
        // Nobody listens any more where the process is dying, which is seen below.
        let _ = self.questions.as_ref().map(|asked| asked.send(question));
        match self.replies.recv_timeout(clock) {
            Ok(Heard::Reply(reply)) => {
                self.is_used = true;
                Answered::Reply(reply)
            }
            Ok(Heard::TooLong) => {
                self.kill();
                Answered::TooLong
            }
            Err(RecvTimeoutError::Timeout) => {
                self.kill();
                Answered::TimeIsOver
            }
            Ok(Heard::Nonsense) | Err(RecvTimeoutError::Disconnected) => {
                self.questions = None;
                match self.wait(clock.saturating_sub(began.elapsed())) {
                    None => Answered::TimeIsOver,
                    status => Answered::Ended(ProcessEnd {
                        status,
                        error_output: self.error_output(),
                    }),
                }
            }
        }
    }

    /// What it said, once it has ended.
    fn error_output(&mut self) -> String {
        let said = self.error_output.take().map(JoinHandle::join);
        said.and_then(Result::ok).unwrap_or_default()
    }

    /// How the process ended; `None` if it was still running at the end of its time, and was ended.
    fn wait(&mut self, clock: Duration) -> Option<ExitStatus> {
        let began = Instant::now();
        let mut pause = Duration::from_millis(1);
        loop {
            match self.process.try_wait() {
                Ok(Some(status)) => return Some(status),
                Ok(None) if began.elapsed() < clock => thread::sleep(pause),
                Ok(None) | Err(_) => break,
            }
            pause = (pause * 2).min(Duration::from_millis(20));
        }
        self.kill();
        None
    }

    fn kill(&mut self) {
        // It may have ended just now; then there is nothing to kill, and the wait gives its status to nobody.
        if let Err(fault) = self.process.kill().and_then(|()| self.process.wait()) {
            tracing::debug!(%fault, "the reader of a workbook cannot be ended");
        }
    }
}

impl Drop for ReaderProcess {
    /// It has nothing to lose: all that it was asked is answered, or nobody waits for it.
    fn drop(&mut self) {
        self.questions = None;
        self.kill();
    }
}
