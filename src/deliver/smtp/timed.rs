//! A socket whose reading and writing end at a moment, in however many pieces what is read or written comes: a server that
//! gives a byte now and then holds nobody up.

use std::io::{self, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

pub(super) struct TimedSocket {
    socket: TcpStream,
    until: Instant,
}

impl TimedSocket {
    pub(super) fn new(socket: TcpStream, time: Duration) -> TimedSocket {
        TimedSocket {
            socket,
            until: Instant::now() + time,
        }
    }

    /// Begins anew to count the time.
    pub(super) fn allow(&mut self, time: Duration) {
        self.until = Instant::now() + time;
    }

    fn left(&self) -> io::Result<Duration> {
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            Err(ErrorKind::TimedOut.into())
        } else {
            Ok(left)
        }
    }
}

impl Read for TimedSocket {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.socket.set_read_timeout(Some(self.left()?))?;
        self.socket.read(into)
    }
}

impl Write for TimedSocket {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.socket.set_write_timeout(Some(self.left()?))?;
        self.socket.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.socket.flush()
    }
}
