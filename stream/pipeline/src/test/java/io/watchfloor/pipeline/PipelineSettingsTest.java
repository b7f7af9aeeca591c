package io.watchfloor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchfloor.pipeline.duty.rule.TimeTargetsFile;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineSettingsTest {
    @Test
    void shouldStartWithoutAnySetting() {
        PipelineSettings settings = PipelineSettings.parse(Map.of("PATH", "/bin"));

        assertThat(settings.redis()).hasToString("redis://127.0.0.1:6379");
        assertThat(settings.graphUri()).hasToString("bolt://127.0.0.1:7687");
        assertThat(settings.graphPassword()).isNull();
        assertThat(settings.intakePartitions()).isEqualTo(1);
        assertThat(settings.world()).isEqualTo("live");
        assertThat(settings.checkpointInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.pictureKept()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.parallelism()).isEqualTo(1);
        assertThat(settings.metricsPort()).isZero();
        assertThat(settings.timeTargets()).isEqualTo(TimeTargetsFile.shipped());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WATCHFLOOR_REDIS_URL             | http://x      | must be an address such as redis://127.0.0.1:6379
            WATCHFLOOR_REDIS_URL             | not a url     | must be an address such as redis://127.0.0.1:6379
            WATCHFLOOR_GRAPH_URI             | bolt:         | must be an address such as bolt://127.0.0.1:7687
            WATCHFLOOR_INTAKE_PARTITIONS     | 0             | must be a whole number from 1 to 64
            WATCHFLOOR_INTAKE_PARTITIONS     | many          | must be a whole number from 1 to 64
            WATCHFLOOR_WORLD                 | Live          | must be live, or drill- and up to 40
            WATCHFLOOR_CHECKPOINT_DIR        | ' '           | must be a folder
            WATCHFLOOR_WORK_DIR              | ' '           | must be a folder
            WATCHFLOOR_CHECKPOINT_INTERVAL   | 5s            | must be a duration such as PT5S
            WATCHFLOOR_CHECKPOINT_INTERVAL   | PT0S          | must be a duration such as PT5S
            WATCHFLOOR_PARALLELISM           | 3             | must be a whole number from 1 to 2
            WATCHFLOOR_PIPELINE_METRICS_PORT | 65536         | must be a whole number from 0 to 65535
            WATCHFLOOR_TIME_TARGETS          | /no/such.json | must be a JSON file in UTF-8 that can be read
            WATCHFLOOR_PICTURE_KEPT          | PT0S          | must be a duration such as PT1H, from PT1M to PT24H
            WATCHFLOOR_HOLIDAYS              | /no/such.csv  | must be a CSV file in UTF-8 that can be read
            WATCHFLOOR_CHEKPOINT_DIR         | /tmp          | is not a setting of the pipeline
            """)
    void shouldSayInOneSentenceWhichSettingIsWrongAndWhatIsAllowed(String key, String value, String allowed) {
        assertThatThrownBy(() -> PipelineSettings.parse(Map.of(key, value)))
                .isInstanceOf(PipelineSettings.WrongSettingException.class)
                .hasMessageStartingWith(key + "=" + value)
                .hasMessageContaining(allowed);
    }
}
