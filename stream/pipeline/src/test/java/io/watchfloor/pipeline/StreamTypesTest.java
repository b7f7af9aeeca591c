package io.watchfloor.pipeline;

import io.watchfloor.contract.Report;
import io.watchfloor.pipeline.duty.AlarmInput;
import io.watchfloor.pipeline.duty.DutyInput;
import io.watchfloor.pipeline.duty.DutyOutput;
import io.watchfloor.pipeline.duty.MeasureInput;
import io.watchfloor.pipeline.duty.Watch;
import io.watchfloor.pipeline.duty.rule.AlarmMinute;
import io.watchfloor.pipeline.duty.rule.Durations;
import io.watchfloor.pipeline.duty.rule.KnownAlarm;
import io.watchfloor.pipeline.function.Observation;
import io.watchfloor.pipeline.rule.OpenIncident;
import io.watchfloor.pipeline.rule.ReadReport;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTypesTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                Report.class,
                ReadReport.class,
                Observation.class,
                OpenIncident.class,
                DutyInput.class,
                DutyOutput.class,
                Watch.class,
                MeasureInput.class,
                Durations.class,
                AlarmInput.class,
                AlarmMinute.class,
                KnownAlarm.class
            })
    void whatFlowsIsSerialisedFieldByFieldAndNeverByKryo(Class<?> type) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
    }
}
