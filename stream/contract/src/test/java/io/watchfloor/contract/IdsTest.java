package io.watchfloor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void aReportHasTheSameIdWheneverItIsSentAgain() {
        assertThat(Ids.report("live", "hotline", "1")).isEqualTo(Ids.report("live", "hotline", "1"));
        assertThat(Ids.report("live", "hotline", "1")).matches("R-[0-9A-HJKMNP-TV-Z]{16}");
    }

    @Test
    void worldsAndFieldsDoNotRunIntoEachOther() {
        assertThat(Ids.report("live", "a", "bc"))
                .isNotEqualTo(Ids.report("live", "ab", "c"))
                .isNotEqualTo(Ids.report("drill-a", "a", "bc"));
    }

    @Test
    void reportsOfOneRegionShareAPartition() {
        Report here = report("R-1", 31.21, 121.41, null);
        Report near = report("R-2", 31.39, 121.59, null);

        assertThat(IntakePartition.regionOf(here)).isEqualTo(IntakePartition.regionOf(near));
        assertThat(IntakePartition.of(here, 7))
                .isEqualTo(IntakePartition.of(near, 7))
                .isBetween(0, 6);
    }

    @Test
    void reportsWithoutAPositionGoByAddressThenById() {
        assertThat(IntakePartition.regionOf(report("R-1", null, null, " 人民路 1 号 ")))
                .isEqualTo("@人民路 1 号");
        assertThat(IntakePartition.regionOf(report("R-1", null, null, " "))).isEqualTo("@R-1");
    }

    private static Report report(String id, Double lat, Double lon, String address) {
        return new Report(
                "live", id, "s", id, ReportKind.CALL, null, "", Instant.EPOCH, Instant.EPOCH, lat, lon, address, null);
    }
}
