package org.ecosec.trade.complexity;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.complexity.Samples.Sample;
import org.ecosec.trade.complexity.math.ProductSpace;
import org.ecosec.trade.complexity.math.Specialisation;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Products;
import org.ecosec.trade.reference.Sectors;
import org.jspecify.annotations.Nullable;

/** The economies and products of a solved matrix, the most complex first. */
@ApplicationScoped
class StoredMatrix {

  private static final int DECIMALS = 12;

  private final Database database;
  private final Economies economies;
  private final Products products;
  private final Sectors sectors;

  StoredMatrix(Database database, Economies economies, Products products, Sectors sectors) {
    this.database = database;
    this.economies = economies;
    this.products = products;
    this.sectors = sectors;
  }

  List<EconomyComplexity> economies(Sample sample) {
    var view = sample.view();
    return database.list(
        """
        select economy, eci, case when eci is null then null else rank() over (order by eci desc) end
          as rank, diversity, exports_usd
        from complexity_economy where run_id = ? order by eci desc nulls last, economy
        """,
        row ->
            new EconomyComplexity(
                row.getString("economy"),
                economies.of(row.getString("economy")).name(),
                row.getBigDecimal("eci"),
                row.getObject("rank", Long.class) == null ? null : row.getInt("rank"),
                row.getInt("diversity"),
                row.getBigDecimal("exports_usd"),
                view.reason() == null ? null : view.status(),
                view.classification(),
                view.edition(),
                view.period(),
                view.source(),
                view.economies(),
                view.methodVersion(),
                view.revision()),
        sample.id());
  }

  List<ProductComplexity> products(Sample sample, @Nullable String economy) {
    var rows = rows(sample);
    var matrix = matrix(sample, rows);
    int place = economy == null ? -1 : matrix.economies().indexOf(economy);
    double[] densities = place < 0 ? new double[0] : new ProductSpace(matrix).densities(place);
    var view = sample.view();
    var answer = new ArrayList<ProductComplexity>();
    var order =
        IntStream.range(0, rows.size())
            .boxed()
            .sorted((left, right) -> rows.get(left).compareTo(rows.get(right)))
            .toList();
    for (int i = 0; i < order.size(); i++) {
      int p = order.get(i);
      var row = rows.get(p);
      answer.add(
          new ProductComplexity(
              row.product(),
              products.name(view.classification(), row.product()),
              sectors.of(view.classification(), row.product()),
              row.pci(),
              row.pci() == null ? null : i + 1,
              row.owners().size(),
              row.exportsUsd(),
              place < 0 ? null : figure(densities[p]),
              place < 0 ? null : row.owners().contains(place),
              view.reason() == null ? null : view.status(),
              view.classification(),
              view.edition(),
              view.period(),
              view.source(),
              view.economies(),
              view.methodVersion(),
              view.revision()));
    }
    return answer;
  }

  /** The products near to one, itself left out; none if the matrix does not hold it. */
  List<ProductProximity> proximities(Sample sample, String product) {
    var rows = rows(sample);
    var matrix = matrix(sample, rows);
    int place = matrix.products().indexOf(product);
    if (place < 0) {
      return List.of();
    }
    var near = new ProductSpace(matrix).proximities(place);
    return IntStream.range(0, rows.size())
        .filter(q -> q != place && near[q] > 0)
        .boxed()
        .sorted((left, right) -> Double.compare(near[right], near[left]))
        .map(
            q ->
                new ProductProximity(
                    rows.get(q).product(),
                    products.name(sample.view().classification(), rows.get(q).product()),
                    figure(near[q]),
                    rows.get(q).pci()))
        .toList();
  }

  /** A product with the places of those who have it. */
  private record Row(
      String product, BigDecimal exportsUsd, @Nullable BigDecimal pci, List<Integer> owners)
      implements Comparable<Row> {

    @Override
    public int compareTo(Row other) {
      if (pci == null || other.pci() == null) {
        return product.compareTo(other.product());
      }
      int byComplexity = other.pci().compareTo(pci);
      return byComplexity == 0 ? product.compareTo(other.product()) : byComplexity;
    }
  }

  private List<Row> rows(Sample sample) {
    return database.list(
        "select * from complexity_product where run_id = ? order by product",
        StoredMatrix::row,
        sample.id());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("product"),
        row.getBigDecimal("exports_usd"),
        row.getBigDecimal("pci"),
        List.of((Integer[]) row.getArray("owners").getArray()));
  }

  private Specialisation matrix(Sample sample, List<Row> rows) {
    var names =
        database.list(
            "select economy from complexity_economy where run_id = ? order by place",
            row -> row.getString(1),
            sample.id());
    var own = new ArrayList<List<Integer>>();
    names.forEach(name -> own.add(new ArrayList<>()));
    for (int p = 0; p < rows.size(); p++) {
      for (int c : rows.get(p).owners()) {
        own.get(c).add(p);
      }
    }
    return Specialisation.of(
        names,
        rows.stream().map(Row::product).toList(),
        own.stream()
            .map(places -> places.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new));
  }

  private static BigDecimal figure(double value) {
    return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
