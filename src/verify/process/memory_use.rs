//! How much memory processes have.

use std::fs;
use std::path::Path;

/// The total memory of the processes of a group in bytes, if the system reports it.
pub(in crate::verify) fn resident(group: u32) -> Option<u64> {
    let mut sum = None;
    for entry in fs::read_dir("/proc").ok()?.flatten() {
        let is_process = entry.file_name().as_encoded_bytes().iter().all(u8::is_ascii_digit);
        if is_process && group_of(&entry.path()) == Some(group) {
            sum = Some(sum.unwrap_or_default() + size(&entry.path()).unwrap_or_default());
        }
    }
    sum
}

/// The group of a process: the third field after its name, which is in parentheses and may hold any.
fn group_of(process: &Path) -> Option<u32> {
    let text = fs::read(process.join("stat")).ok()?;
    let text = String::from_utf8_lossy(&text);
    let (_, fields) = text.rsplit_once(')')?;
    fields.split_whitespace().nth(2)?.parse().ok()
}

fn size(process: &Path) -> Option<u64> {
    let text = fs::read_to_string(process.join("status")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1024)
}

#[cfg(test)]
mod tests {
    use rustix::process::getpgrp;

    use super::*;

    #[test]
    fn a_group_grows_with_what_its_processes_hold() {
        let group = u32::try_from(getpgrp().as_raw_nonzero().get()).unwrap();
        if resident(group).is_none() {
            return;
        }
        // The other tests of this process release memory at any moment.
        let grows = || {
            let before = resident(group).unwrap();
            let _much = vec![1_u8; 64 << 20];
            resident(group).unwrap() >= before + (48 << 20)
        };
        assert!((0..50).any(|_| grows()));
        assert_eq!(resident(u32::MAX), None);
    }
}
