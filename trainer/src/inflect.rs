//! Finnish case endings on names, with vowel harmony and the gradation of double stops.

/// `name` with its last word in a case: `n`, `lle`, `lta`, `lla`, `sta`, `a`.
pub fn finnish(name: &str, case: &str) -> String {
    let (head, last) = match name.rfind([' ', '-']) {
        Some(at) => name.split_at(at + 1),
        None => ("", name),
    };
    let lower = last.to_lowercase();
    let back = lower.contains(['a', 'o', 'u', 'å']);
    let harmony = |ending: &str| {
        if back {
            ending.to_owned()
        } else {
            ending.replace('a', "ä")
        }
    };
    let mut stem = last.to_owned();
    let partitive = case == "a";
    if lower.ends_with("nen") && lower.len() > 4 {
        stem.truncate(stem.len() - 3);
        let ending = if partitive {
            format!("s{}", harmony("ta"))
        } else {
            format!("se{}", harmony(case))
        };
        return format!("{head}{stem}{ending}");
    }
    match lower.chars().last() {
        Some(last) if !"aeiouyäöå".contains(last) => {
            let ending = harmony(case);
            return format!("{head}{stem}i{ending}");
        }
        _ => {}
    }
    if !partitive {
        for pair in ["kk", "pp", "tt"] {
            let letters: Vec<char> = stem.chars().collect();
            if let [.., a, b, _] = letters[..]
                && pair.chars().eq([a, b])
            {
                let vowel = stem.pop();
                stem.pop();
                stem.extend(vowel);
                break;
            }
        }
    }
    format!("{head}{stem}{}", harmony(case))
}
