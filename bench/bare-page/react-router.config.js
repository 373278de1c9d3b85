export default { ssr: true, buildDirectory: "../../dist/bare-page" };
