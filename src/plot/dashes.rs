/// The drawn pieces of a dashed path.
pub fn dashes(path: &[[f64; 2]], (drawn, left_out): (f64, f64)) -> Vec<Vec<[f64; 2]>> {
    let mut pieces = Vec::new();
    let mut piece: Vec<[f64; 2]> = path.first().copied().into_iter().collect();
    let mut is_drawn = true;
    let mut rest = drawn;
    for ends in path.windows(2) {
        let [mut from, to] = [ends[0], ends[1]];
        let mut length = (to[0] - from[0]).hypot(to[1] - from[1]);
        while length > rest {
            let part = rest / length;
            from = [
                from[0] + part * (to[0] - from[0]),
                from[1] + part * (to[1] - from[1]),
            ];
            length -= rest;
            if is_drawn {
                piece.push(from);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![from];
            }
            is_drawn = !is_drawn;
            rest = if is_drawn { drawn } else { left_out };
        }
        rest -= length;
        if is_drawn {
            piece.push(to);
        }
    }
    if piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}
