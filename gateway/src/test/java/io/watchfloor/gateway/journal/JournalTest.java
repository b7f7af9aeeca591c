package io.watchfloor.gateway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final long MANY_BYTES = 1L << 30;

    @TempDir
    Path folder;

    @Test
    void shouldGiveBackWhatWasWrittenInItsOrder() throws IOException {
        try (JournalWriter writer = writer(NOON, MANY_BYTES, MANY_BYTES)) {
            writer.append(reports(0, 3));
            writer.append(reports(3, 5));
        }

        assertThat(readSince(NOON)).isEqualTo(reports(0, 5));
    }

    @Test
    void shouldLeaveOutWhatWasReceivedBefore() throws IOException {
        try (JournalWriter writer = writer(NOON, MANY_BYTES, MANY_BYTES)) {
            writer.append(reports(0, 5));
        }

        assertThat(readSince(NOON.plusSeconds(3))).isEqualTo(reports(3, 5));
    }

    @Test
    void shouldPassOverATornTailAndGoOnWithTheNextFile() throws IOException {
        try (JournalWriter writer = writer(NOON, MANY_BYTES, MANY_BYTES)) {
            writer.append(reports(0, 3));
        }
        Path first = new JournalFolder(folder).list().get(0);
        byte[] whole = Files.readAllBytes(first);
        Files.write(first, Arrays.copyOf(whole, whole.length - 10));
        try (JournalWriter writer = writer(NOON.plusSeconds(60), MANY_BYTES, MANY_BYTES)) {
            writer.append(reports(3, 5));
        }

        try (JournalReader reader = new JournalReader(new JournalFolder(folder), NOON)) {
            List<Report> read = reader.next(100);
            assertThat(read).containsExactlyElementsOf(join(reports(0, 2), reports(3, 5)));
            assertThat(reader.torn()).isOne();
        }
    }

    @Test
    void shouldTellALineThatWasChangedByItsChecksum() throws IOException {
        try (JournalWriter writer = writer(NOON, MANY_BYTES, MANY_BYTES)) {
            writer.append(reports(0, 2));
        }
        Path file = new JournalFolder(folder).list().get(0);
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("smoke 0", "smoke 9"));

        assertThat(readSince(NOON)).isEqualTo(reports(1, 2));
    }

    @Test
    void shouldPassOverBytesThatAreNoRecord() throws IOException {
        try (JournalWriter writer = writer(NOON, MANY_BYTES, MANY_BYTES)) {
            writer.append(reports(0, 1));
        }
        Path file = new JournalFolder(folder).list().get(0);
        Files.write(file, "\n\nnonsense\n00000000 {}\n".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);

        assertThat(readSince(NOON)).isEqualTo(reports(0, 1));
    }

    @Test
    void shouldBeginAnotherFileWhenOneIsLargeAndDropTheOldestWhenAllAre() throws IOException {
        try (JournalWriter writer = writer(NOON, 4_000, 1_000)) {
            for (int i = 0; i < 50; i++) {
                writer.append(reports(i, i + 1));
            }
        }

        JournalFolder files = new JournalFolder(folder);
        assertThat(files.list()).hasSizeBetween(3, 8);
        assertThat(files.bytes()).isLessThan(6_000);
        assertThat(readSince(NOON)).endsWith(report(49)).doesNotContain(report(0));
    }

    @Test
    void shouldDropFilesThatEndedLongAgo() throws IOException {
        for (int hour = 0; hour < 4; hour++) {
            try (JournalWriter writer = new JournalWriter(
                    new JournalFolder(folder),
                    Duration.ofMinutes(90),
                    MANY_BYTES,
                    MANY_BYTES,
                    clock(NOON.plus(Duration.ofHours(hour))))) {
                writer.append(reports(hour, hour + 1));
            }
        }

        assertThat(readSince(NOON)).containsExactly(report(1), report(2), report(3));
    }

    private JournalWriter writer(Instant now, long mostBytes, long fileBytes) {
        return new JournalWriter(new JournalFolder(folder), Duration.ofDays(1), mostBytes, fileBytes, clock(now));
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private List<Report> readSince(Instant since) throws IOException {
        try (JournalReader reader = new JournalReader(new JournalFolder(folder), since)) {
            List<Report> all = new ArrayList<>();
            for (List<Report> next = reader.next(2); !next.isEmpty(); next = reader.next(2)) {
                all.addAll(next);
            }
            return all;
        }
    }

    private static List<Report> join(List<Report> first, List<Report> second) {
        List<Report> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static List<Report> reports(int from, int to) {
        return IntStream.range(from, to).mapToObj(JournalTest::report).toList();
    }

    private static Report report(int number) {
        Instant at = NOON.plusSeconds(number);
        return new Report(
                "live",
                "R-" + number,
                "hotline",
                String.valueOf(number),
                ReportKind.CALL,
                "fire",
                "浓烟 smoke " + number + "\n第二行",
                at,
                at,
                30.2,
                120.1,
                null,
                null);
    }
}
