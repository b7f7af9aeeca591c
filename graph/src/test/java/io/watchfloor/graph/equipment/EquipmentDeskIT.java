package io.watchfloor.graph.equipment;

import static io.watchfloor.graph.district.DistrictDraft.holds;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.AssignmentState;
import io.watchfloor.contract.EndReason;
import io.watchfloor.contract.EquipmentState;
import io.watchfloor.contract.EquipmentStatus;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphForTests;
import io.watchfloor.graph.GraphSettings;
import io.watchfloor.graph.SettableClock;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskResult.Refusal;
import io.watchfloor.graph.desk.DutyDesk;
import io.watchfloor.graph.desk.DutyDesk.Offer;
import io.watchfloor.graph.district.DistrictDraft;
import io.watchfloor.graph.district.SampleDistrict;
import io.watchfloor.graph.district.WrittenDistrict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EquipmentDeskIT {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final int PEOPLE = 12;
    private static final int ENGINES = 4;

    private final GraphSettings settings = ForkedGraph.shared().settings();
    private final SettableClock clock = new SettableClock(START);
    private final Graph graph = GraphForTests.open(settings, clock);
    private final DutyDesk desk = graph.dutyDesk();
    private final EquipmentDesk equipment = graph.equipmentDesk();

    @BeforeEach
    void fillDistrict() {
        ForkedGraph.shared().wipe();
        GraphForTests.migrateOnce(graph);
        writeWithEnginesFrom(0);
    }

    /** What an earlier file had and this one has not is there no more. */
    private void writeWithEnginesFrom(int first) {
        DistrictDraft draft = new DistrictDraft().place("J1", 0, 0).place("J2", 500, 0);
        for (int i = 0; i < PEOPLE; i++) {
            draft.person("P-" + i, "J1", holds("patrol", 3));
        }
        for (int i = first; i < ENGINES; i++) {
            draft.equipment("E-" + i, "engine", "J1", "patrol", 2);
        }
        WrittenDistrict.write(settings, draft.build());
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void shouldGoWithWhoIsSentBeInUseOnTheSceneAndComeBack() {
        DeskResult sent = desk.assign("live", "I-1", "P-0", bringing("E-1"), "王值班");
        assertThat(unit("E-1"))
                .extracting(
                        EquipmentStatus::state,
                        EquipmentStatus::personId,
                        EquipmentStatus::incidentId,
                        EquipmentStatus::assignmentId,
                        EquipmentStatus::by)
                .containsExactly(
                        EquipmentState.ON_THE_WAY,
                        "P-0",
                        "I-1",
                        sent.assignment().id(),
                        "王值班");
        step(sent, AssignmentState.ACCEPTED);
        assertThat(unit("E-1").state()).isEqualTo(EquipmentState.ON_THE_WAY);
        step(sent, AssignmentState.ON_SCENE);
        assertThat(unit("E-1").state()).isEqualTo(EquipmentState.IN_USE);
        step(sent, AssignmentState.DONE);
        assertThat(unit("E-1"))
                .extracting(EquipmentStatus::state, EquipmentStatus::personId, EquipmentStatus::assignmentId)
                .containsExactly(EquipmentState.AVAILABLE, null, null);
        assertThat(graph.outbox().listOldest(100))
                .filteredOn(entry -> entry.messageKind().equals("equipment-status"))
                .hasSize(3);
        assertThat(graph.auditLog().verify("live").isIntact()).isTrue();
    }

    @Test
    void shouldComeBackWhenTheOfferIsDeclined() {
        DeskResult sent = desk.assign("live", "I-1", "P-0", bringing("E-1"), "王值班");
        desk.advance("live", sent.assignment().id(), AssignmentState.DECLINED, EndReason.BUSY, "P-0", null);
        assertThat(unit("E-1").state()).isEqualTo(EquipmentState.AVAILABLE);
    }

    @Test
    void shouldRefuseWhoNeedsATakenUnitAndSayWhoHasIt() {
        desk.assign("live", "I-1", "P-0", bringing("E-1"), "王值班");
        DeskResult refused = desk.assign("live", "I-2", "P-1", bringing("E-1"), "李值班");
        assertThat(refused.refusal()).isEqualTo(Refusal.EQUIPMENT_TAKEN);
        assertThat(refused.heldBy()).isEqualTo("王值班");
        assertThat(refused.heldFor()).isEqualTo("I-1");
        assertThat(refused.detailEn()).contains("Unit E-1", "I-1", "王值班");
        assertThat(refused.detailZh()).contains("E-1车", "I-1", "王值班");
        // Nothing of it was done: the person is free for another officer.
        assertThat(desk.assign("live", "I-2", "P-1", "赵值班").isDone()).isTrue();
    }

    @Test
    void shouldTakeAnotherOfThoseThatWillDoAndGoWithoutWhenItIsNotNeeded() {
        desk.assign("live", "I-1", "P-0", bringing("E-1"), "王值班");
        Offer either = Offer.PLAIN.with(new Bringing(List.of("E-1", "E-2"), true));
        desk.assign("live", "I-2", "P-1", either, "王值班");
        assertThat(unit("E-2").personId()).isEqualTo("P-1");
        Offer helpful = Offer.PLAIN.with(new Bringing(List.of("E-1", "E-2"), false));
        assertThat(desk.assign("live", "I-3", "P-2", helpful, "王值班").isDone()).isTrue();
        assertThat(equipment.list("live")).extracting(EquipmentStatus::personId).containsExactly("P-0", "P-1");
    }

    @Test
    void shouldTakeTheNextWhenOneIsGoneOrUnknown() {
        writeWithEnginesFrom(1);
        assertThat(desk.assign("live", "I-1", "P-0", any(true, "E-0", "E-1"), "王值班")
                        .isDone())
                .isTrue();
        assertThat(unit("E-1").personId()).isEqualTo("P-0");
        assertThat(desk.assign("live", "I-2", "P-1", any(true, "E-1-none", "E-2"), "王值班")
                        .isDone())
                .isTrue();
        assertThat(unit("E-2").personId()).isEqualTo("P-1");
        DeskResult held = desk.assign("live", "I-3", "P-2", any(true, "E-0", "E-1"), "李值班");
        assertThat(held.refusal()).isEqualTo(Refusal.EQUIPMENT_TAKEN);
        assertThat(held.heldFor()).isEqualTo("I-1");
        DeskResult gone = desk.assign("live", "I-3", "P-2", any(true, "E-none", "E-0"), "李值班");
        assertThat(gone.refusal()).isEqualTo(Refusal.EQUIPMENT_UNKNOWN);
        assertThat(gone.detailEn()).contains("E-0");
        assertThat(desk.assign("live", "I-3", "P-2", any(false, "E-0"), "李值班").isDone())
                .isTrue();
    }

    @Test
    void shouldNeverSendAUnitTwiceHoweverManyTryAtOnce() throws Exception {
        ExecutorService officers = Executors.newFixedThreadPool(PEOPLE);
        List<Future<DeskResult>> sent = new ArrayList<>();
        try {
            CountDownLatch together = new CountDownLatch(PEOPLE);
            for (int i = 0; i < PEOPLE; i++) {
                sent.add(officers.submit(officer(i, together)));
            }
            int done = 0;
            for (Future<DeskResult> one : sent) {
                done += one.get().isDone() ? 1 : 0;
                assertThat(one.get().refusal()).isIn(null, Refusal.EQUIPMENT_TAKEN);
                assertThat(one.get().isDone() || one.get().heldBy() != null).isTrue();
            }
            assertThat(done).isEqualTo(ENGINES);
        } finally {
            officers.shutdownNow();
        }
        assertThat(equipment.list("live"))
                .hasSize(ENGINES)
                .allSatisfy(status -> assertThat(status.version()).isEqualTo(1))
                .extracting(EquipmentStatus::personId)
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldBeSetByAnOfficerForAReasonAndKeepWhoSaidSo() {
        assertThat(equipment
                        .set("live", "E-1", EquipmentState.BROKEN, null, " ", "王值班")
                        .refusal()
                        .refusal())
                .isEqualTo(Refusal.REASON_MISSING);
        EquipmentStatus broken = equipment
                .set("live", "E-1", EquipmentState.BROKEN, "J2", "水泵漏水", "王值班")
                .status();
        assertThat(broken)
                .extracting(EquipmentStatus::placeId, EquipmentStatus::note, EquipmentStatus::by)
                .containsExactly("J2", "水泵漏水", "王值班");
        assertThat(equipment
                        .set("live", "E-1", EquipmentState.BROKEN, "J2", "水泵漏水", "李值班")
                        .status())
                .isEqualTo(broken);
        assertThat(desk.assign("live", "I-1", "P-0", bringing("E-1"), "王值班").refusal())
                .isEqualTo(Refusal.EQUIPMENT_TAKEN);
        equipment.set("live", "E-1", EquipmentState.AVAILABLE, null, null, "李值班");
        assertThat(desk.assign("live", "I-1", "P-0", bringing("E-1"), "王值班").isDone())
                .isTrue();
        assertThat(equipment.list("drill-1")).isEmpty();
    }

    @Test
    void shouldBeTakenOffWhoHasItWhenItBreaksDownAndNotBeMadeAvailableUnderThem() {
        DeskResult sent = desk.assign("live", "I-1", "P-0", bringing("E-1"), "王值班");
        assertThat(equipment
                        .set("live", "E-1", EquipmentState.AVAILABLE, null, null, "李值班")
                        .refusal()
                        .refusal())
                .isEqualTo(Refusal.EQUIPMENT_TAKEN);
        equipment.set("live", "E-1", EquipmentState.BROKEN, null, "爆胎", "李值班");
        step(sent, AssignmentState.ON_SCENE);
        step(sent, AssignmentState.DONE);
        assertThat(unit("E-1").state()).isEqualTo(EquipmentState.BROKEN);
    }

    @Test
    void shouldRefuseWhatIsNotThere() {
        assertThat(equipment
                        .set("live", "E-none", EquipmentState.AVAILABLE, null, null, "王值班")
                        .refusal()
                        .refusal())
                .isEqualTo(Refusal.EQUIPMENT_UNKNOWN);
        assertThat(equipment
                        .set("live", "E-1", EquipmentState.AVAILABLE, "J-none", null, "王值班")
                        .refusal()
                        .refusal())
                .isEqualTo(Refusal.PLACE_UNKNOWN);
        assertThat(equipment
                        .set("live", "E-1", EquipmentState.IN_USE, null, null, "王值班")
                        .refusal()
                        .refusal())
                .isEqualTo(Refusal.STEP_NOT_ALLOWED);
        assertThat(GraphForTests.run(settings, "MATCH (row:Audit) RETURN row.refusal AS refusal", Map.of()))
                .hasSize(3);
    }

    @Test
    void shouldTakeFromAnImportWhatIsBrokenAndLeaveTheRestAsItIs(@TempDir Path folder) throws IOException {
        SampleDistrict.writeTo(folder);
        String header =
                "id,name_zh,name_en,kind,organization_id,place_id,operator_skill_id,operator_level,state,note\n";
        Files.writeString(
                folder.resolve("equipment.csv"),
                header + "E-7,云梯车,Ladder truck,ladder,fire,S-1,,,broken,液压漏油\nE-8,水罐车,Tender,engine,fire,S-1,,,,\n");
        assertThat(graph.districtImport().importFrom(folder).faults()).isEmpty();
        assertThat(equipment.list("live")).singleElement().satisfies(status -> {
            assertThat(status.equipmentId()).isEqualTo("E-7");
            assertThat(status.state()).isEqualTo(EquipmentState.BROKEN);
            assertThat(status.note()).isEqualTo("液压漏油");
        });
        equipment.set("live", "E-8", EquipmentState.BROKEN, null, "轮胎", "王值班");
        assertThat(graph.districtImport().importFrom(folder).faults()).isEmpty();
        assertThat(unit("E-8").state()).isEqualTo(EquipmentState.BROKEN);

        Files.writeString(folder.resolve("equipment.csv"), header + "E-7,云梯车,Ladder truck,ladder,fire,S-1,,,lost,\n");
        assertThat(graph.districtImport().importFrom(folder).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail()).contains("available, broken"));
    }

    private Callable<DeskResult> officer(int number, CountDownLatch together) {
        return () -> {
            List<String> any = new ArrayList<>();
            for (int i = 0; i < ENGINES; i++) {
                any.add("E-" + (i + number) % ENGINES);
            }
            together.countDown();
            together.await();
            Offer offer = Offer.PLAIN.with(new Bringing(any, true));
            return desk.assign("live", "I-" + number, "P-" + number, offer, "officer-" + number);
        };
    }

    private void step(DeskResult sent, AssignmentState next) {
        assertThat(desk.advance("live", sent.assignment().id(), next, "P-0", null)
                        .isDone())
                .isTrue();
    }

    private static Offer bringing(String id) {
        return any(true, id);
    }

    private static Offer any(boolean needed, String... ids) {
        return Offer.PLAIN.with(new Bringing(List.of(ids), needed));
    }

    private EquipmentStatus unit(String id) {
        return equipment.list("live").stream()
                .filter(status -> status.equipmentId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
