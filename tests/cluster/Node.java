import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.logging.LogConfigurator;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.index.reindex.ReindexPlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.transport.Netty4Plugin;

/** One node of the tests' cluster, in a process of its own so that it can be killed. Settings come as key=value. */
public final class Node extends org.opensearch.node.Node {

    private Node(Environment environment) {
        super(
            environment,
            List.of(Netty4Plugin.class, CommonAnalysisPlugin.class, ReindexPlugin.class),
            true
        );
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
