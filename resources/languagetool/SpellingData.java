package org.languagetool.rules.de;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.languagetool.JLanguageTool;
import org.languagetool.synthesis.GermanSynthesizer;
import org.languagetool.tools.StringTools;

/**
 * The spellings of before the reform with their present ones, for LanguageTool's OldSpellingRule.
 *
 * <p>It takes the place of LanguageTool's class of this name, which asks the synthesizer for the
 * forms of some thousand words, twice at each start: a fifth of the time until the first findings.
 * Here the forms are kept in a file beside the jars, which the installation removes whenever it
 * makes our jar anew. If the file is missing or incomplete they are asked for, once, and written.
 */
final class SpellingData {
  private static final Path PREPARED = Path.of("old-spellings.txt");
  private static final String END = "#end";

  private final AhoCorasickDoubleArrayTrie<String> trie = new AhoCorasickDoubleArrayTrie<>();
  private final AhoCorasickDoubleArrayTrie<String> sentenceStart =
      new AhoCorasickDoubleArrayTrie<>();

  SpellingData(String list) {
    List<String[]> pairs = new ArrayList<>();
    for (String line : JLanguageTool.getDataBroker().getFromResourceDirAsLines(list)) {
      if (!line.startsWith("#")) {
        pairs.add(line.split(";"));
      }
    }
    Map<String, List<String>> forms = forms(pairs);
    trie.build(spellings(pairs, forms, false));
    sentenceStart.build(spellings(pairs, forms, true));
  }

  AhoCorasickDoubleArrayTrie<String> getTrie() {
    return trie;
  }

  AhoCorasickDoubleArrayTrie<String> getSentenceStartTrie() {
    return sentenceStart;
  }

  /** Returns old spelling and present one, in the order of the list: a later entry replaces. */
  private static Map<String, String> spellings(
      List<String[]> pairs, Map<String, List<String>> forms, boolean capital) {
    Map<String, String> spellings = new LinkedHashMap<>();
    for (String[] pair : pairs) {
      String before = pair[0];
      String now = pair[1];
      if (capital && StringTools.startsWithLowercase(before) && StringTools.startsWithLowercase(now)) {
        spellings.put(
            StringTools.uppercaseFirstChar(before), StringTools.uppercaseFirstChar(now));
      } else {
        spellings.put(before, now);
      }
      for (String form : forms.getOrDefault(before, List.of())) {
        spellings.put(form, form.replace("ß", "ss"));
      }
    }
    return spellings;
  }

  private static Map<String, List<String>> forms(List<String[]> pairs) {
    Map<String, List<String>> forms = read();
    if (forms == null) {
      forms = new LinkedHashMap<>();
      for (String[] pair : pairs) {
        if (pair[0].contains("ß") && pair[0].replace("ß", "ss").equals(pair[1])) {
          forms.put(pair[0], oldForms(pair[0]));
        }
      }
      forms.values().removeIf(List::isEmpty);
      write(forms);
    }
    return forms;
  }

  /** Returns the forms of a word in the old spelling; one with "ss" is right today, too. */
  private static List<String> oldForms(String word) {
    try {
      List<String> forms = new ArrayList<>();
      for (String form : GermanSynthesizer.INSTANCE.synthesizeForPosTags(word, tag -> true)) {
        if (!form.contains("ss") && !forms.contains(form)) {
          forms.add(form);
        }
      }
      return forms;
    } catch (IOException error) {
      throw new IllegalStateException(error);
    }
  }

  /** Returns the forms by word from the file, null if it is missing or incomplete. */
  private static Map<String, List<String>> read() {
    try {
      List<String> lines = Files.readAllLines(PREPARED);
      if (lines.isEmpty() || !lines.remove(lines.size() - 1).equals(END)) {
        return null;
      }
      Map<String, List<String>> forms = new HashMap<>();
      for (String line : lines) {
        List<String> words = Arrays.asList(line.split(";"));
        forms.put(words.get(0), words.subList(1, words.size()));
      }
      return forms;
    } catch (IOException error) {
      return null;
    }
  }

  private static void write(Map<String, List<String>> forms) {
    List<String> lines = new ArrayList<>();
    forms.forEach((word, found) -> lines.add(word + ";" + String.join(";", found)));
    lines.add(END);
    try {
      Path made = Files.createTempFile(Path.of(""), "staging-", ".txt");
      Files.write(made, lines);
      Files.move(made, PREPARED, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException error) {
      // A folder that cannot be written costs the time at every start, and nothing else.
    }
  }
}
