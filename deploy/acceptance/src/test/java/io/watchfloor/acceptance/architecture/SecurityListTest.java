package io.watchfloor.acceptance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each item of the security list is a test that has its OWASP ASVS 5.0 number in its name. */
class SecurityListTest {
    private static final Map<Integer, List<String>> ITEMS = new TreeMap<>(Map.ofEntries(
            Map.entry(1, List.of("4.4.1", "12.2.1")),
            Map.entry(2, List.of("4.4.2")),
            Map.entry(3, List.of("4.4.4", "14.2.1")),
            Map.entry(4, List.of("7.4.1")),
            Map.entry(5, List.of("8.2.1")),
            Map.entry(6, List.of("8.2.2")),
            Map.entry(7, List.of("8.2.3")),
            Map.entry(8, List.of("6.3.3", "6.5.1")),
            Map.entry(9, List.of("6.3.2")),
            Map.entry(10, List.of("6.1.1")),
            Map.entry(11, List.of("7.2.3")),
            Map.entry(12, List.of("7.3.1", "7.3.2")),
            Map.entry(13, List.of("3.3")),
            Map.entry(14, List.of("3.5")),
            Map.entry(15, List.of("3.4.3")),
            Map.entry(16, List.of("3.4.1")),
            Map.entry(17, List.of("3.2.2")),
            Map.entry(18, List.of("1.2.4")),
            Map.entry(19, List.of("2.3.1")),
            Map.entry(20, List.of("2.3.4")),
            Map.entry(21, List.of("4.1.5")),
            Map.entry(22, List.of("2.4.1")),
            Map.entry(23, List.of("16.2")),
            Map.entry(24, List.of("16.5")),
            Map.entry(25, List.of("13.3.1", "15.1.2"))));

    private static final Pattern NAME =
            Pattern.compile("@DisplayName\\(\\s*\"ASVS ([^:\"]*):|\\btest\\('ASVS ([^:']*):");

    @Test
    @DisplayName("Every item of the security list has a test with its number in the name")
    void shouldHaveATestForEveryItem() throws IOException {
        Set<String> named = numbersInNames();
        List<String> missing = new ArrayList<>();
        ITEMS.forEach((item, numbers) -> numbers.stream()
                .filter(number -> !named.contains(number))
                .forEach(number -> missing.add("item " + item + ", ASVS " + number)));

        assertThat(ITEMS).hasSize(25);
        assertThat(missing).isEmpty();
    }

    private static Set<String> numbersInNames() throws IOException {
        Set<String> numbers = new TreeSet<>();
        for (Path file : Sources.list()) {
            String path = file.toString();
            if (path.contains("/src/test/") && (path.endsWith(".java") || path.endsWith(".js"))) {
                Matcher names = NAME.matcher(Files.readString(file));
                while (names.find()) {
                    String listed = names.group(1) == null ? names.group(2) : names.group(1);
                    Stream.of(listed.split(",", -1)).map(String::strip).forEach(numbers::add);
                }
            }
        }
        return numbers;
    }
}
