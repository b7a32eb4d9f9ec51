namespace KerasNet.Applications;

/// <summary>The order of axes that some architectures are limited to.</summary>
internal static class ChannelsLast
{
    /// <exception cref="ArgumentException">Channels come first.</exception>
    public static void Require(string architecture)
    {
        if (ImageShape.ChannelsFirst)
        {
            throw new ArgumentException($"{architecture} does not support the `channels_first` image data format. Switch to `channels_last`: Keras.Config.ImageDataFormat = \"channels_last\".");
        }
    }
}
