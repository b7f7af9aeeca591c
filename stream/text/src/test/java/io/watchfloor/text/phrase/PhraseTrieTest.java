package io.watchfloor.text.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PhraseTrieTest {
    private static final String LETTERS = "abc1 车火大";
    private final Random random = new Random(20_260_301);

    @Test
    void shouldFindWhatAPlainSearchFindsInTheSameOrder() {
        for (int round = 0; round < 200; round++) {
            TreeMap<String, Integer> phrases = new TreeMap<>();
            for (int i = 0; i < 30; i++) {
                phrases.put(madeUp(1 + random.nextInt(5)), i);
            }
            PhraseTrie<Integer> trie = new PhraseTrie<>(phrases);
            for (int i = 0; i < 20; i++) {
                String text = madeUp(random.nextInt(40));
                assertThat(find(trie, text)).as(text).isEqualTo(searchPlainly(phrases, text));
            }
        }
    }

    @Test
    void shouldFindNothingWithoutPhrases() {
        assertThat(find(new PhraseTrie<>(new TreeMap<>()), "着火了\uffff")).isEmpty();
    }

    private static List<String> find(PhraseTrie<Integer> trie, String text) {
        List<String> found = new ArrayList<>();
        trie.find(text, (begin, end, value) -> found.add(begin + "-" + end + "=" + value));
        return found;
    }

    private static List<String> searchPlainly(Map<String, Integer> phrases, String text) {
        List<String> found = new ArrayList<>();
        for (int begin = 0; begin < text.length(); begin++) {
            for (int end = text.length(); end > begin; end--) {
                Integer value = phrases.get(text.substring(begin, end));
                if (value != null && Folding.standsAlone(text.toCharArray(), begin, end)) {
                    found.add(begin + "-" + end + "=" + value);
                }
            }
        }
        return found;
    }

    private String madeUp(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
