package io.watchfloor.pipeline.study;

import io.watchfloor.pipeline.function.MergeOperator;
import io.watchfloor.pipeline.function.Observation;
import io.watchfloor.pipeline.function.ReadArrival;
import io.watchfloor.pipeline.rule.ReadReport;
import io.watchfloor.pipeline.rule.SameEvent;
import io.watchfloor.text.ReportReader;
import io.watchfloor.text.place.PlaceFinder;
import io.watchfloor.text.similar.TextSketcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** What reading and merging cost per report and core, one after the other on one thread, without Flink's network. */
@SuppressWarnings({"SystemOut", "try"}) // a command; closing is declared by Flink
public final class MergeBenchMain {
    private static final StudyGenerator.Plan PLAN = new StudyGenerator.Plan(6_000, 0.1, 12_000, 0.2);
    private static final int ROUNDS = 3;

    private MergeBenchMain() {}

    public static void main(String[] args) throws Exception {
        StudyVocabulary words = StudyVocabulary.read("report.txt");
        PlaceFinder places = PlaceFinder.of(new StudyTown(words.lists()).gazetteer());
        List<StudyReport> reports = StudyGenerator.make(words, PLAN, 7);
        System.out.printf("%d reports of one day and town%n", reports.size());
        List<ReadArrival> arrivals = List.of();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            arrivals = read(reports, places);
            print("read", start, reports.size());
            start = System.nanoTime();
            serialise(arrivals);
            print("to the merge and back", start, reports.size());
            merge("merge, rocksdb", new EmbeddedRocksDBStateBackend(true), arrivals);
            merge("merge, heap", new HashMapStateBackend(), arrivals);
        }
    }

    private static List<ReadArrival> read(List<StudyReport> reports, PlaceFinder places) {
        ReportReader reader = ReportReader.trained();
        TextSketcher sketcher = new TextSketcher();
        List<ReadArrival> arrivals = new ArrayList<>(reports.size());
        for (StudyReport report : reports) {
            arrivals.add(new ReadArrival(
                    ReadReport.of(report.report(), reader.read(report.report(), places), sketcher), null));
        }
        return arrivals;
    }

    private static void serialise(List<ReadArrival> arrivals) throws Exception {
        TypeSerializer<ReadArrival> serializer =
                TypeInformation.of(ReadArrival.class).createSerializer(new SerializerConfigImpl());
        DataOutputSerializer out = new DataOutputSerializer(4_096);
        DataInputDeserializer in = new DataInputDeserializer();
        for (ReadArrival arrival : arrivals) {
            out.clear();
            serializer.serialize(arrival, out);
            in.setBuffer(out.getSharedBuffer(), 0, out.length());
            serializer.deserialize(in);
        }
    }

    private static void merge(String name, StateBackend backend, List<ReadArrival> arrivals) throws Exception {
        try (var operator = new KeyedOneInputStreamOperatorTestHarness<String, ReadArrival, Observation>(
                new MergeOperator(new SameEvent()), arrival -> arrival.key(1), Types.STRING)) {
            operator.setStateBackend(backend);
            operator.setup();
            operator.open();
            long start = System.nanoTime();
            int opened = 0;
            for (ReadArrival arrival : arrivals) {
                operator.processElement(arrival, 0);
                if (operator.getOutput().size() >= 1_000) {
                    opened += opened(operator);
                }
            }
            print(name + ", " + (opened + opened(operator)) + " incidents", start, arrivals.size());
        }
    }

    private static int opened(KeyedOneInputStreamOperatorTestHarness<String, ReadArrival, Observation> operator) {
        int opened = (int) operator.extractOutputValues().stream()
                .filter(observation -> observation.incident().version() == 1)
                .count();
        operator.getOutput().clear();
        return opened;
    }

    private static void print(String what, long startNanos, int reports) {
        double micros = (System.nanoTime() - startNanos) / 1_000.0 / reports;
        System.out.printf(Locale.ROOT, "%-40s %6.1f µs per report%n", what, micros);
    }
}
