package io.coreyield.benchmarks.campaign.plan;

import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.MixedPair;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.benchmarks.machine.CorePairs;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a campaign would run if it had the time, what matters most first. */
final class PlanCandidates {

  private static final List<ConcurrencyModel> PLATFORM = List.of(ConcurrencyModel.PLATFORM);
  private static final List<Kernel> RANGE = List.of(Kernel.RANGE);

  /** Six kinds of code that wait for, or fill, something else of a core each. */
  static final List<Kernel> UNLIKE =
      List.of(
          Kernel.RANGE,
          Kernel.RANGE_ILP,
          Kernel.ARRAY_BRANCH,
          Kernel.ARRAY_CACHE,
          Kernel.ARRAY_STREAM,
          Kernel.ARRAY_CHASE);

  private final CampaignOptions options;
  private final Topology usable;
  private final Optional<CpuQuota> quota;
  private final Set<PlanPart> parts = new LinkedHashSet<>();

  private PlanCandidates(CampaignOptions options, Machine machine) {
    this.options = options;
    this.usable = machine.topology().usable();
    this.quota = machine.bindingQuota();
  }

  /** In order of importance, for the part of the machine that this process may use. */
  static List<PlanPart> of(CampaignOptions options, Machine machine) {
    PlanCandidates candidates = new PlanCandidates(options, machine);
    if (options.cohabit() == CampaignOptions.Cohabit.ONLY) {
      candidates.cohabiting();
    } else if (options.selection().isExplicit()) {
      candidates.asked();
    } else {
      candidates.quick();
    }
    return List.copyOf(candidates.parts);
  }

  /** Every combination of what the user named. */
  private void asked() {
    List<Kernel> kernels = orDefault(options.selection().kernels(), List.of(Kernel.values()));
    List<ConcurrencyModel> models = orDefault(options.selection().models(), allModels());
    List<Placement> placements = orDefault(options.selection().placements(), List.of(Placement.OS));
    add(kernels, models, placements, workerCounts());
    addSiblings(kernels, models);
    if (options.cohabit() != CampaignOptions.Cohabit.NO) {
      addMixed(kernels);
    }
  }

  /** Each kernel beside itself and every other. */
  private void cohabiting() {
    List<Kernel> kernels = orDefault(options.selection().kernels(), UNLIKE);
    addSiblings(kernels, PLATFORM);
    addMixed(kernels);
  }

  /** The quick campaign. */
  private void quick() {
    add(RANGE, PLATFORM, landmarks());
    if (options.cohabit() != CampaignOptions.Cohabit.NO) {
      cohabiting();
    }
    addSiblings(Kernel.MAIN, PLATFORM);
    add(RANGE, PLATFORM, workerCounts());
    addSiblings(RANGE, allModels());
    add(RANGE, allModels(), List.of(1, usable.logicalCpus()));
    add(RANGE, allModels(), landmarks());
    add(Kernel.MAIN, PLATFORM, landmarks());
    addSiblings(List.of(Kernel.RANGE_ILP, Kernel.ARRAY_CHASE), allModels());
    add(RANGE, allModels(), workerCounts());
    add(Kernel.MAIN, PLATFORM, workerCounts());
    addSiblings(List.of(Kernel.values()), PLATFORM);
  }

  private void add(List<Kernel> kernels, List<ConcurrencyModel> models, List<Integer> workers) {
    add(kernels, models, List.of(Placement.OS), workers);
  }

  private void add(
      List<Kernel> kernels,
      List<ConcurrencyModel> models,
      List<Placement> placements,
      List<Integer> workers) {
    for (Kernel kernel : kernels) {
      for (ConcurrencyModel model : models) {
        for (Placement placement : placements) {
          for (int count : workers) {
            parts.add(new PlanPart.Point(configuration(options, kernel, model, count, placement)));
          }
        }
      }
    }
  }

  private void addSiblings(List<Kernel> kernels, List<ConcurrencyModel> models) {
    if (!options.siblings()) {
      return;
    }
    for (Kernel kernel : kernels) {
      models.stream()
          .filter(ConcurrencyModel::isParallel)
          .map(model -> new PlanPart.Siblings(CorePairs.of(usable, kernel, model)))
          .forEach(parts::add);
    }
  }

  private void addMixed(List<Kernel> given) {
    List<Kernel> kernels = given.stream().sorted().toList();
    for (int one = 0; one < kernels.size(); one++) {
      for (Kernel beside : kernels.subList(one + 1, kernels.size())) {
        List<MixedPair> cores =
            CorePairs.of(usable, kernels.get(one), ConcurrencyModel.PLATFORM).stream()
                .filter(pair -> !pair.hasOneCpu())
                .map(pair -> new MixedPair(pair, beside))
                .toList();
        if (!cores.isEmpty()) {
          parts.add(new PlanPart.Mixed(cores));
        }
      }
    }
  }

  /** One platform thread, wherever the scheduler puts it. */
  static Configuration oneWorker(CampaignOptions options, Kernel kernel) {
    return configuration(options, kernel, ConcurrencyModel.PLATFORM, 1, Placement.OS);
  }

  private static Configuration configuration(
      CampaignOptions options,
      Kernel kernel,
      ConcurrencyModel model,
      int workers,
      Placement placement) {
    Long elements = options.elements();
    return new Configuration(
        kernel,
        model,
        workers,
        elements == null ? kernel.defaultElements() : elements,
        options.scaling(),
        placement);
  }

  private List<Integer> workerCounts() {
    if (!options.selection().workers().isEmpty()) {
      return options.selection().workers();
    }
    TreeSet<Integer> counts = new TreeSet<>(landmarks());
    double most = quota.map(CpuQuota::cpus).orElse((double) usable.logicalCpus());
    for (int count = 1; count < most; count *= 2) {
      counts.add(count);
    }
    return List.copyOf(counts);
  }

  /** Under a quota those that it just holds, and one more. */
  private List<Integer> landmarks() {
    Stream<Integer> between =
        quota
            .map(allowed -> (int) Math.max(1, allowed.cpus()))
            .map(wholeCpus -> Stream.of(wholeCpus, wholeCpus + 1))
            .orElseGet(() -> Stream.of(usable.physicalCores()));
    return Stream.concat(between, Stream.of(1, usable.logicalCpus())).distinct().sorted().toList();
  }

  private static <T> List<T> orDefault(List<T> given, List<T> otherwise) {
    return given.isEmpty() ? otherwise : given;
  }

  private static List<ConcurrencyModel> allModels() {
    return List.of(ConcurrencyModel.values());
  }
}
