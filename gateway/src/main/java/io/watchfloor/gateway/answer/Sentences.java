package io.watchfloor.gateway.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;

/** Sentences by name, from a pair of resources, {@code NAME_en.properties} and {@code NAME_zh.properties}, in UTF-8. */
final class Sentences {
    private final String name;
    private final Properties english;
    private final Properties chinese;

    private Sentences(String name, Properties english, Properties chinese) {
        this.name = name;
        this.english = english;
        this.chinese = chinese;
    }

    static Sentences read(String name) {
        return new Sentences(name, load(name + "_en.properties"), load(name + "_zh.properties"));
    }

    /** Whether there is such a sentence. */
    boolean has(String key) {
        return english.containsKey(key);
    }

    /** Fails when either language lacks it. */
    Words of(String key) {
        String en = english.getProperty(key);
        String zh = chinese.getProperty(key);
        if (en == null || zh == null) {
            throw new IllegalStateException(name + " has no words for " + key + " in " + (en == null ? "en" : "zh"));
        }
        return new Words(en, zh);
    }

    Set<String> englishKeys() {
        return english.stringPropertyNames();
    }

    Set<String> chineseKeys() {
        return chinese.stringPropertyNames();
    }

    private static Properties load(String resource) {
        try (InputStream in = Sentences.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            Properties words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
