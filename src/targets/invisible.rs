/// Whether a reader of the source could miss the character or mistake it for another one: control
/// characters, joiners, direction marks, byte-order mark, separators and noncharacters.
///
/// Every language writes such characters as numeric escapes. The set is the union of those that the
/// compilers reject or normalise and those that editors don't show (Unicode 15.1, categories Cc,
/// Cf, Zl, Zp and the noncharacters).
pub(super) fn is_invisible(one: char) -> bool {
    matches!(
        one,
        '\0'..='\x1f'
            | '\x7f'..='\u{9f}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fdd0}'..='\u{fdef}'
            | '\u{feff}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    ) || u32::from(one) & 0xfffe == 0xfffe
}
