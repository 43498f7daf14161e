import { ShareFile } from "./share-file";
import { fileWords, inOrder } from "./share-words";

type Props = {
  /** The link itself, without a slash at its end. */
  address: string;
  /** The last parts of the addresses of its files. */
  files: readonly string[];
};

/** The files a link gives, each with its address to copy and what to do with it. */
export function ShareFiles({ address, files }: Props) {
  return (
    <ul className="border-t border-line">
      {inOrder(files).map((file) => (
        <ShareFile key={file} file={file} address={`${address}/${file}`} {...fileWords(file)} />
      ))}
    </ul>
  );
}
