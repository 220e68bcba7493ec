/// A whole number in the small figures of an index: x₁₂.
pub fn subscript(n: u32) -> String {
    let digits = n.to_string();
    digits
        .chars()
        .filter_map(|digit| char::from_u32(0x2080 + digit.to_digit(10)?))
        .collect()
}
