import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.logging.LogConfigurator;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.index.reindex.ReindexModulePlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/** One node of the tests' cluster as OpenSearch 3 has it, which is told of its plugins in another way; see `../Node.java`. */
public final class Node extends org.opensearch.node.Node {

    private Node(Environment environment) {
        super(
            environment,
            Stream.of(Netty4ModulePlugin.class, CommonAnalysisModulePlugin.class, ReindexModulePlugin.class)
                .map(Node::told)
                .toList(),
            true
        );
    }

    private static PluginInfo told(Class<?> plugin) {
        String name = plugin.getName();
        return new PluginInfo(name, name, "1", Version.CURRENT, "21", name, List.of(), false);
    }

    public static void main(String[] given) throws Exception {
        Settings.Builder settings = Settings.builder();
        for (String each : given) {
            String[] pair = each.split("=", 2);
            settings.put(pair[0], pair[1]);
        }
        Settings built = settings.build();
        LogConfigurator.registerErrorListener();
        Path home = Path.of(built.get("path.home"));
        Environment environment = InternalSettingsPreparer.prepareEnvironment(built, Map.of(), home, () -> "node");
        Node node = new Node(environment);
        node.start();
        while (System.in.read() >= 0) {} // it ends when whoever started the node does, however that ends
        Runtime.getRuntime().halt(1);
    }
}
