package io.watchfloor.text.place;

import io.watchfloor.text.phrase.Folding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Names that say what something is, not which: maps are full of places called 停车场 or Parking. */
final class GenericNames {
    private static final String RESOURCE = "generic-names.txt";

    private GenericNames() {}

    static Set<String> read() {
        Set<String> names = new HashSet<>();
        try (InputStream in = GenericNames.class.getResourceAsStream(RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                for (String name : line.split(",", -1)) {
                    names.add(Folding.fold(name.strip()));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " is part of this jar", e);
        }
        return names;
    }
}
