//! Which agreements a reader knows already.

/// The agreements that a reader knows, the last one asked for first. Both ends keep this list, and it comes out the same on
/// both: the agreements of a run take turns at few readers, and to prepare one takes longer than to read a small workbook.
#[derive(Debug)]
pub(super) struct KnownAgreements<T>(Vec<T>);

/// The most agreements that a reader knows at once.
const MOST_KNOWN: usize = 8;

impl<T> Default for KnownAgreements<T> {
    fn default() -> KnownAgreements<T> {
        KnownAgreements(Vec::new())
    }
}

impl<T> KnownAgreements<T> {
    /// Where it stands.
    pub(super) fn place(&self, is_it: impl Fn(&T) -> bool) -> Option<usize> {
        self.0.iter().position(is_it)
    }

    /// Puts the one at this place first; `None` if there is none.
    pub(super) fn again(&mut self, place: usize) -> Option<&T> {
        self.0.get_mut(..=place)?.rotate_right(1);
        self.0.first()
    }

    /// Puts one more first, and forgets the one that was not asked for longest where they become too many.
    pub(super) fn add(&mut self, new: T) -> &T {
        self.0.truncate(MOST_KNOWN - 1);
        self.0.insert(0, new);
        &self.0[0]
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_one_not_asked_for_longest_is_forgotten() {
        let mut known = KnownAgreements::default();
        for number in 0..MOST_KNOWN {
            assert_eq!(*known.add(number), number);
        }
        let first = known.place(|known| *known == 0).unwrap();
        assert_eq!(known.again(first), Some(&0));
        known.add(100);
        assert_eq!(known.place(|known| *known == 0), Some(1));
        assert_eq!(known.place(|known| *known == 1), None);
        assert_eq!(known.again(MOST_KNOWN), None);
    }
}
