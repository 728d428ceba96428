/** The least JavaScript that a Next.js page comes with. */
export default function Empty() {
  return <h1>Empty</h1>;
}
