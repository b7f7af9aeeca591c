package io.watchfloor.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.dispatch.Candidate;
import io.watchfloor.contract.dispatch.Candidates;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.contract.dispatch.ReasonCode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallersLanguageTest {
    @Test
    void shouldTellTheLanguageByItsScriptAndNothingFromNumbers() {
        assertThat(CallersLanguage.of("电梯坏了，有人困在里面")).contains("zh");
        assertThat(CallersLanguage.of("There is a fire at 望江路")).contains("en");
        assertThat(CallersLanguage.of("A座3楼漏水")).contains("zh");
        assertThat(CallersLanguage.of("12345 !?")).isEmpty();
        assertThat(CallersLanguage.of(null)).isEmpty();
    }

    @Test
    void shouldPutWhoSpeaksItFirstWithinTheSameMinuteAndSayWhy() {
        Candidates preferred = CallersLanguage.prefer(
                found(candidate("P-1", 65, "zh"), candidate("P-2", 100, "zh", "en"), candidate("P-3", 130, "zh")),
                "en");
        assertThat(preferred.candidates()).extracting(Candidate::personId).containsExactly("P-2", "P-1", "P-3");
        assertThat(preferred.candidates().get(0).reasons())
                .extracting(Reason::code)
                .containsExactly(ReasonCode.SPEAKS);
        assertThat(preferred.candidates().get(1).reasons()).isEmpty();
    }

    @Test
    void shouldNeverPutSomebodyAMinuteLaterFirstNorLeaveAnybodyOut() {
        Candidates preferred =
                CallersLanguage.prefer(found(candidate("P-1", 30, "zh"), candidate("P-2", 95, "en-GB")), "en");
        assertThat(preferred.candidates()).extracting(Candidate::personId).containsExactly("P-1", "P-2");
        assertThat(preferred.candidates().get(1).reasons()).hasSize(1);
    }

    @Test
    void shouldLeaveWhoseShiftEndsSoonBehindThoseWhoHaveTimeForTheWork() {
        Candidate soon = goingOff(candidate("P-1", 60, "en"));

        Candidates preferred =
                CallersLanguage.prefer(found(candidate("P-2", 300, "zh"), candidate("P-3", 359, "en"), soon), "en");

        assertThat(preferred.candidates()).extracting(Candidate::personId).containsExactly("P-3", "P-2", "P-1");
    }

    @Test
    void shouldSayNothingWhereEverybodySpeaksIt() {
        Candidates all = found(candidate("P-1", 30, "zh"), candidate("P-2", 95, "zh-yue"));
        assertThat(CallersLanguage.prefer(all, "zh")).isSameAs(all);
    }

    private static Candidates found(Candidate... candidates) {
        return new Candidates("I-1", Instant.EPOCH, List.of(), List.of(candidates), List.of(), 0, List.of());
    }

    private static Candidate candidate(String id, long seconds, String... languages) {
        return candidate(id, seconds, List.of(), languages);
    }

    private static Candidate goingOff(Candidate candidate) {
        Reason soon = new Reason(ReasonCode.SHIFT_ENDS_SOON, "当班至 16:20", "On shift until 16:20");
        String[] languages = candidate.languages().toArray(String[]::new);
        return candidate(candidate.personId(), candidate.travelSeconds(), List.of(soon), languages);
    }

    private static Candidate candidate(String id, long seconds, List<Reason> reasons, String... languages) {
        return new Candidate(
                id,
                id,
                id,
                "desk",
                31.2,
                121.4,
                null,
                seconds,
                10 * seconds,
                List.of(),
                reasons,
                List.of(),
                List.of(languages));
    }
}
