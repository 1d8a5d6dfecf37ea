package io.coreyield.analysis.wording;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects facts in their order. */
final class Facts {

  private final List<Fact> facts = new ArrayList<>();

  /** Adds a fact, whatever its text. */
  Facts add(String term, Object text) {
    facts.add(new Fact(term, text.toString()));
    return this;
  }

  /** Adds a fact unless its text is null or blank. */
  Facts known(String term, @Nullable String text) {
    return text == null || text.isBlank() ? this : add(term, PlainText.bound(text));
  }

  Facts addAll(List<Fact> more) {
    facts.addAll(more);
    return this;
  }

  List<Fact> list() {
    return List.copyOf(facts);
  }
}
