/** The workspace of one project. */
export default function ProjectRoute() {
  return null;
}
