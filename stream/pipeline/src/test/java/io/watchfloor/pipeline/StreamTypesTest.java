package io.watchfloor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.place.NamedPlace;
import io.watchfloor.pipeline.duty.AlarmInput;
import io.watchfloor.pipeline.duty.DutyInput;
import io.watchfloor.pipeline.duty.DutyOutput;
import io.watchfloor.pipeline.duty.MeasureInput;
import io.watchfloor.pipeline.duty.Watch;
import io.watchfloor.pipeline.duty.rule.AlarmMinute;
import io.watchfloor.pipeline.duty.rule.Durations;
import io.watchfloor.pipeline.duty.rule.KnownAlarm;
import io.watchfloor.pipeline.function.Arrival;
import io.watchfloor.pipeline.function.Move;
import io.watchfloor.pipeline.function.Observation;
import io.watchfloor.pipeline.function.ReadArrival;
import io.watchfloor.pipeline.place.GazetteerType;
import io.watchfloor.pipeline.rule.OpenIncident;
import io.watchfloor.pipeline.warn.Sighted;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTypesTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                Arrival.class,
                ReadArrival.class,
                Observation.class,
                OpenIncident.class,
                Move.class,
                NamedPlace.class,
                FiledReport.class,
                DutyInput.class,
                DutyOutput.class,
                Watch.class,
                Sighted.class,
                MeasureInput.class,
                Durations.class,
                AlarmInput.class,
                AlarmMinute.class,
                KnownAlarm.class
            })
    void whatFlowsIsSerialisedFieldByFieldAndNeverByKryo(Class<?> type) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
    }

    @Test
    void shouldWriteTheNamesOfADistrictWithoutKryo() {
        SerializerConfigImpl config = new SerializerConfigImpl();
        config.setGenericTypes(false);

        assertThat(GazetteerType.INFO.createSerializer(config)).isInstanceOf(PojoSerializer.class);
    }
}
