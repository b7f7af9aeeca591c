package io.watchfloor.pipeline;

import io.watchfloor.contract.Report;
import io.watchfloor.pipeline.function.Observation;
import io.watchfloor.pipeline.rule.OpenIncident;
import io.watchfloor.pipeline.rule.ReadReport;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTypesTest {
    @ParameterizedTest
    @ValueSource(classes = {Report.class, ReadReport.class, Observation.class, OpenIncident.class})
    void whatFlowsIsSerialisedFieldByFieldAndNeverByKryo(Class<?> type) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
    }
}
