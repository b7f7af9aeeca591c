package io.watchfloor.graph.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoverageTest {
    @Test
    void shouldMoveSomebodyWhoCanDoBothToMakeRoom() {
        Coverage coverage = new Coverage(new int[] {1, 1});

        assertThat(coverage.offer(0b11)).isTrue();
        assertThat(coverage.covered(0)).isEqualTo(1);
        assertThat(coverage.offer(0b01)).isTrue();
        assertThat(coverage.covered(1)).isEqualTo(1);
        assertThat(coverage.open()).isZero();
    }

    @Test
    void shouldMoveAlongAChain() {
        Coverage coverage = new Coverage(new int[] {1, 1, 1});

        assertThat(coverage.offer(0b011)).isTrue();
        assertThat(coverage.offer(0b110)).isTrue();
        assertThat(coverage.offer(0b001)).isTrue();
        assertThat(coverage.open()).isZero();
    }

    @Test
    void shouldRefuseWhoFillsNothing() {
        Coverage coverage = new Coverage(new int[] {1, 2});

        assertThat(coverage.offer(0b01)).isTrue();
        assertThat(coverage.offer(0b01)).isFalse();
        assertThat(coverage.offer(0)).isFalse();
        assertThat(coverage.open()).isEqualTo(2);
    }
}
