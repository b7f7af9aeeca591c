package io.watchfloor.text.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusReaderTest {
    @TempDir
    Path folder;

    private final CorpusReader reader = new CorpusReader();

    @Test
    void shouldReadQuotedLineBreaksAndAByteOrderMark() throws IOException {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, "\uFEFFlabel,review\n1,\"好吃，\n\"\"真的\"\"\"\n");

        List<Row> rows = TableReader.read(file);

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).value("label")).isEqualTo("1");
        assertThat(rows.get(0).value("review")).isEqualTo("好吃，\n\"真的\"");
    }

    @Test
    void shouldReadATableByWhatIsInItWhateverItIsCalled() throws IOException {
        Path tabs = folder.resolve("t.txt");
        Path lines = folder.resolve("t.data");
        Path old = folder.resolve("old.csv");
        Path wrapped = folder.resolve("wrapped.json");
        Files.writeString(tabs, "Review\tLabel\n好吃\t1.0\n");
        Files.writeString(lines, "{\"review\":\"好吃\",\"label\":1}\n{\"review\":\"难吃\",\"label\":0}\n");
        Files.write(old, "review,label\n好吃,正面\n".getBytes(Charset.forName("GB18030")));
        Files.writeString(wrapped, "{\"data\":[{\"review\":\"好吃\",\"label\":\"POS\"}]}");

        for (Path file : List.of(tabs, lines, old, wrapped)) {
            List<Row> rows = TableReader.read(file);
            Columns columns = Columns.guess(rows.get(0).values().keySet(), Optional.empty(), Optional.empty());
            assertThat(reader.examples(rows, columns, Task.POLARITY)).first().isEqualTo(new Example("好吃", 1));
        }
    }

    @Test
    void shouldDropTextsThatDifferInSignsAndSpacesOnly() {
        List<Example> kept = reader.withoutDuplicates(
                List.of(new Example("水 停了！", 0), new Example("水停了", 1), new Example("!!!", 0), new Example("???", 0)));

        assertThat(kept).extracting(Example::text).containsExactly("水 停了！", "!!!", "???");
    }

    @Test
    void shouldFindTwinsOfSegmentedTexts() {
        TwinFilter filter = new TwinFilter(List.of(new Example("A市幸福小区三号楼的电梯坏了，请求有关部门尽快维修。", 0)));
        Example twin = new Example("市 幸福 小区 号楼 电梯 坏 请求 部门 维修 ", 0);
        Example other = new Example("市 幸福 小区 楼下 烧烤 油烟 扰民 请求 部门 处理 ", 4);

        assertThat(filter.withoutTwins(List.of(twin, other))).containsExactly(other);
    }

    @Test
    void shouldSplitTheSameWayEveryTime() {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 103; i++) {
            examples.add(new Example("t" + i, i % 2));
        }
        Split split = Split.of(examples, 5, 42);

        assertThat(split).isEqualTo(Split.of(examples, 5, 42));
        assertThat(split.heldOut()).hasSize(20).doesNotContainAnyElementsOf(split.training());
        assertThat(split.training()).hasSize(83);
    }
}
