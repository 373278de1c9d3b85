export const loader = async () => ({ name: "Ada" });

export default function Page({ loaderData }) {
  return <h1>{loaderData.name}</h1>;
}
