package org.languagetool.language;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicBoolean;
import org.languagetool.GlobalConfig;
import org.languagetool.Language;
import org.languagetool.UserConfig;
import org.languagetool.languagemodel.LanguageModel;
import org.languagetool.rules.Rule;
import org.languagetool.rules.spelling.SpellingCheckRule;
import org.languagetool.rules.spelling.hunspell.HunspellRule;
import org.languagetool.tokenizers.Tokenizer;
import org.languagetool.tokenizers.de.GermanWordTokenizer;

/**
 * LanguageTool's variants of German with the same rules and one speller for each variant.
 *
 * <p>LanguageTool makes a speller for every set of rules that a client asks for, and one more for
 * its other rules. Each of them reads the word lists again, which takes seconds and some 60 MB.
 * They differ only for a client with words of its own; ours has none.
 *
 * <p>LanguageTool uses these classes because language-module.properties in our jar names them and
 * stands before its own. It never mentions them by name, and so needs neither change nor reflection.
 */
public final class GermanVariants {
  private GermanVariants() {}

  /** German of Germany. */
  public static final class Germany extends GermanyGerman {
    private final SpellerPreparation preparation = new SpellerPreparation();

    @Override
    public Tokenizer createDefaultWordTokenizer() {
      return new WordListTokenizer();
    }

    @Override
    public List<Rule> getRelevantLanguageModelCapableRules(
        ResourceBundle messages,
        LanguageModel model,
        GlobalConfig global,
        UserConfig user,
        Language motherTongue,
        List<Language> others)
        throws IOException {
      boolean plain = isPlain(model, user, others);
      if (plain) {
        preparation.start(getDefaultSpellingRule());
      }
      List<Rule> rules =
          super.getRelevantLanguageModelCapableRules(
              messages, model, global, user, motherTongue, others);
      return plain ? withShared(getDefaultSpellingRule(), rules) : rules;
    }
  }

  /** German of Austria. */
  public static final class Austria extends AustrianGerman {
    private final SpellerPreparation preparation = new SpellerPreparation();

    @Override
    public Tokenizer createDefaultWordTokenizer() {
      return new WordListTokenizer();
    }

    @Override
    public List<Rule> getRelevantLanguageModelCapableRules(
        ResourceBundle messages,
        LanguageModel model,
        GlobalConfig global,
        UserConfig user,
        Language motherTongue,
        List<Language> others)
        throws IOException {
      boolean plain = isPlain(model, user, others);
      if (plain) {
        preparation.start(getDefaultSpellingRule());
      }
      List<Rule> rules =
          super.getRelevantLanguageModelCapableRules(
              messages, model, global, user, motherTongue, others);
      return plain ? withShared(getDefaultSpellingRule(), rules) : rules;
    }
  }

  /** German of Switzerland. */
  public static final class Switzerland extends SwissGerman {
    private final SpellerPreparation preparation = new SpellerPreparation();

    @Override
    public Tokenizer createDefaultWordTokenizer() {
      return new WordListTokenizer();
    }

    @Override
    public List<Rule> getRelevantLanguageModelCapableRules(
        ResourceBundle messages,
        LanguageModel model,
        GlobalConfig global,
        UserConfig user,
        Language motherTongue,
        List<Language> others)
        throws IOException {
      boolean plain = isPlain(model, user, others);
      if (plain) {
        preparation.start(getDefaultSpellingRule());
      }
      List<Rule> rules =
          super.getRelevantLanguageModelCapableRules(
              messages, model, global, user, motherTongue, others);
      return plain ? withShared(getDefaultSpellingRule(), rules) : rules;
    }
  }

  /** Tells whether a speller for these arguments behaves as the variant's default one. */
  private static boolean isPlain(LanguageModel model, UserConfig user, List<Language> others) {
    return model == null
        && others.isEmpty()
        && (user == null
            || user.getAcceptedWords().isEmpty()
                && user.getMaxSpellingSuggestions() == 0
                && user.isSuggestionsEnabled()
                && user.getPreferredLanguages().size() < 2);
  }

  private static List<Rule> withShared(SpellingCheckRule speller, List<Rule> rules) {
    List<Rule> shared = new ArrayList<>(rules);
    if (speller != null) {
      shared.replaceAll(rule -> rule.getClass() == speller.getClass() ? speller : rule);
    }
    return shared;
  }
}

/**
 * Loads a variant's speller on a thread of its own, while the first text is analysed.
 *
 * <p>Loading takes a third of the time until the first findings, and a second processor is mostly
 * idle then. A check that needs the speller waits for this thread where it would else do the same.
 */
final class SpellerPreparation {
  private final AtomicBoolean started = new AtomicBoolean();

  /** Starts to load the speller, at the first call only. */
  void start(SpellingCheckRule speller) {
    if (speller instanceof HunspellRule hunspell && started.compareAndSet(false, true)) {
      Thread thread = new Thread(() -> load(hunspell), "speller-preparation");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void load(HunspellRule speller) {
    try {
      // Suggestions for any wrong word need all word lists.
      speller.getSuggestions("Sazt");
    } catch (IOException error) {
      // The first check meets the same error and reports it.
    }
  }
}

/**
 * LanguageTool's tokenizer, which is slow, spared where there is nothing to split: the speller's
 * lists have more than 300,000 single words.
 */
final class WordListTokenizer extends GermanWordTokenizer {
  private static final String UMLAUTS = "äöüÄÖÜß";

  @Override
  public List<String> tokenize(String text) {
    if (text.isEmpty() || !text.chars().allMatch(WordListTokenizer::isLetter)) {
      return super.tokenize(text);
    }
    List<String> tokens = new ArrayList<>(1);
    tokens.add(text);
    return tokens;
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || UMLAUTS.indexOf(c) >= 0;
  }
}
