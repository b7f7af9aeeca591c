package io.watchfloor.text.trainer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command and its {@code --name value} options. */
record Arguments(String command, Map<String, String> options) {
    /**
     * Takes a command line apart.
     *
     * @throws BadInputException when it has an option that is not allowed, or one without a value
     */
    static Arguments parse(String[] args, Map<String, Set<String>> allowed) {
        if (args.length == 0 || !allowed.containsKey(args[0])) {
            throw new BadInputException(
                    "say one of " + allowed.keySet().stream().sorted().toList() + " first");
        }
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < args.length; i += 2) {
            String name = args[i];
            if (!allowed.get(args[0]).contains(name)) {
                throw new BadInputException("%s does not know %s; it takes %s"
                        .formatted(
                                args[0],
                                name,
                                allowed.get(args[0]).stream().sorted().toList()));
            }
            if (i + 1 == args.length) {
                throw new BadInputException(name + " needs a value");
            }
            options.put(name, args[i + 1]);
        }
        return new Arguments(args[0], Map.copyOf(options));
    }

    Optional<String> find(String option) {
        return Optional.ofNullable(options.get(option));
    }

    String get(String option) {
        return find(option).orElseThrow(() -> new BadInputException(command + " needs " + option));
    }
}
