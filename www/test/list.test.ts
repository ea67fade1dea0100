// Heights and scroll scale of the windowed list.
import { HeightIndex } from "../src/list/heights.ts";
import { MAX_SPACER, ScrollScale } from "../src/list/scale.ts";
import { equal, test } from "./assert.ts";

test("offsets are sums of the heights before", () => {
  const heights = new HeightIndex(1000, (index) => 20 + (index % 7));
  let sum = 0;
  for (let i = 0; i < 1000; i += 1) {
    equal(heights.offset(i), sum);
    equal(heights.at(sum), i);
    equal(heights.at(sum + heights.height(i) - 1), i);
    sum += heights.height(i);
  }
  equal(heights.total, sum);
});

test("a measured height moves everything after it", () => {
  const heights = new HeightIndex(10, () => 10);
  equal(heights.set(4, 25), true);
  equal(heights.set(4, 25), false);
  equal(heights.offset(4), 40);
  equal(heights.offset(5), 65);
  equal(heights.total, 115);
  equal(heights.at(64), 4);
  equal(heights.at(65), 5);
});

test("positions outside give the first and the last row", () => {
  const heights = new HeightIndex(3, () => 10);
  equal(heights.at(-5), 0);
  equal(heights.at(99), 2);
  equal(new HeightIndex(0, () => 10).at(0), 0);
});

test("a million rows are found in far less than a frame", () => {
  const heights = new HeightIndex(1_000_000, (index) => 60 + (index % 3) * 23);
  const start = performance.now();
  for (let i = 0; i < 10_000; i += 1) heights.at(heights.offset((i * 7919) % 1_000_000));
  equal(performance.now() - start < 500, true);
});

test("a short list scrolls pixel by pixel", () => {
  const scale = new ScrollScale();
  scale.resize(5000, 500);
  equal(scale.spacer, 5000);
  scale.scrolled(3000);
  equal(scale.position, 3000);
  equal(scale.wanted(), 3000);
});

test("a long list has a capped spacer, moves by pixels and jumps in proportion", () => {
  const scale = new ScrollScale();
  const total = MAX_SPACER * 10;
  scale.resize(total, 800);
  equal(scale.spacer, MAX_SPACER);
  scale.scrolled(100);
  equal(scale.position, 100);
  scale.scrolled(MAX_SPACER - 800);
  equal(scale.position, total - 800);
  scale.moveTo(total / 2);
  const bar = scale.wanted();
  scale.settled(bar);
  scale.scrolled(bar + 40);
  equal(scale.position, total / 2 + 40);
});
