package morfologik.fsa.builders;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import morfologik.fsa.FSA;
import morfologik.fsa.FSAFlags;

/**
 * Writes an automaton in Morfologik's format FSA5 where CFSA2 was asked for.
 *
 * <p>It takes the place of Morfologik's class of this name. At the first misspelt word LanguageTool
 * turns its word lists into automata, writes each to memory, and reads it again. CFSA2 looks for the
 * smallest encoding, which takes 30 % of the CPU time until the first findings. Readers recognise
 * either format by its header and find the same words in the same order.
 */
public final class CFSA2Serializer implements FSASerializer {
  private final FSA5Serializer simple = new FSA5Serializer();

  @Override
  public <T extends OutputStream> T serialize(FSA automaton, T out) throws IOException {
    return simple.serialize(automaton, out);
  }

  @Override
  public Set<FSAFlags> getFlags() {
    return simple.getFlags();
  }

  @Override
  public CFSA2Serializer withNumbers() {
    simple.withNumbers();
    return this;
  }

  @Override
  public CFSA2Serializer withAnnotationSeparator(byte separator) {
    simple.withAnnotationSeparator(separator);
    return this;
  }

  @Override
  public CFSA2Serializer withFiller(byte filler) {
    simple.withFiller(filler);
    return this;
  }
}
